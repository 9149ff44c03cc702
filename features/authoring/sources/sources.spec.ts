import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  deleteDraftFiles,
  draftFile,
  draftFileAt,
  draftFilesOf,
  recordDraftFiles,
  saveDraftFile,
} from '@/db/queries/drafts';
import { recordEditionFiles } from '@/db/queries/edition-files';
import { publishedIds } from '@/db/queries/outline';
import { courseStaff } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { type AnyOperation, InvalidInput, NotFound, perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { compileCourse } from '../compile/course';
import { draftOf } from '../studio';
import { addDocument } from './add-document';
import { confirmPassages } from './confirm-passages';
import { correctDocument } from './correct-document';
import { correctPassage } from './correct-passage';
import { readDocument } from './document-file';
import { frameLesson } from './frame-lesson';
import { getCoverage } from './get-coverage';
import { type DocumentScreen, getDocument } from './get-document';
import { getFraming } from './get-framing';
import { listSources } from './list-sources';
import { mergePassages } from './merge-passages';
import { removePassage } from './remove-passage';
import { restorePassages } from './restore-passages';
import { restoreRemoved } from './restore-removed';
import { setSpeaker } from './set-speaker';
import { splitPassage } from './split-passage';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const as = (actor: Actor) => ({ db: base.db, actor });

/** A course with an owner and the small course of the specs as its draft. */
async function studio(changes: Record<string, string | null> = {}) {
  const owner = await makeUser(base.db, { role: 'instructor' });
  const course = await makeCourse(base.db);
  await makeStaff(base.db, owner, course.courseId);
  const texts = Object.entries({ ...courseFiles, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  await recordDraftFiles(base.db, course.courseId, texts, owner.userId);
  return { owner, course: course.slug, courseId: course.courseId, editionId: course.editionId };
}
type Studio = Awaited<ReturnType<typeof studio>>;

const english = `Harbour Weekly

Share this article

LAKE TOWN, Oct. 25 (Lake Agency) --

President Lin Wei stressed that the towns should share one ledger. It would save a third of the work.

He also called for more research on standards.

Photo: Lake Agency

The towns plan to build ten pilots by 2025.

exit mobile version`;

const details = {
  title: 'A ledger for the lake towns',
  publisher: 'Harbour Weekly',
  date: '2019-10-25',
  kind: 'news' as const,
  usedFor: 'Who asks for what.',
};
const add = (at: Studio, more: Record<string, unknown> = {}, by: Actor = at.owner) =>
  perform(addDocument, { course: at.course, ...details, text: english, ...more }, as(by));
const look = async (at: Studio, document: string, more = {}) =>
  (await perform(getDocument, { course: at.course, document, ...more }, as(at.owner))) as DocumentScreen;
const seen = ({ id, version }: { id: string; version: string }) => `${id}.${version}`;
const seenAt = async (at: Studio, document: string, id: string) => {
  const passage = (await look(at, document)).passages.find((one) => one.id === id);
  if (!passage) throw new Error(`no ${id}`);
  return { ...passage, seen: seen(passage), nextSeen: passage.next ? seen(passage.next) : '' };
};
const ids = (screen: DocumentScreen) => screen.passages.map(({ id }) => id);
const fields = { speaker: 'Lin Wei', mode: 'paraphrase' as const };

describe('a text becomes a source document', () => {
  test('with numbered passages, proposals, and the furniture kept where it stood', async () => {
    const at = await studio();
    const { document, path } = await add(at);
    expect(path).toBe('documents/a-ledger-for-the-lake-towns.yaml');
    const screen = await look(at, document);
    expect(
      screen.passages.map(({ id, mode, speaker, verb, evidence }) => [
        id,
        mode,
        speaker,
        verb ?? null,
        evidence ?? null,
      ]),
    ).toEqual([
      ['A1', 'gloss', 'Harbour Weekly', null, null],
      ['A2', 'paraphrase', 'Lin Wei', 'stressed', 'E0'],
      ['A3', 'paraphrase', 'Lin Wei', 'called for', 'E0'],
      ['A4', 'gloss', 'Harbour Weekly', null, 'E1'],
    ]);
    expect(screen.passages.map(({ removed }) => removed.map(({ why }) => why))).toEqual([
      ['name of the publisher', 'sharing and following'],
      [],
      [],
      ['caption of a picture'],
    ]);
    expect(screen.removedAtEnd.map(({ text }) => text)).toEqual(['exit mobile version']);
    expect(screen.counts).toEqual({ passages: 4, unchecked: 4, used: 0, removed: 4 });
    expect(screen.passages[2]?.proposed).toContain('carried over for “He”');
    const { texts } = await draftOf(base.db, at.courseId);
    const { problems } = await compileCourse({ texts, assets: new Map() });
    expect(problems).toEqual([]);
  });

  test('in Chinese, end to end', async () => {
    const at = await studio();
    const text = `新湖日报\n\n湖区主席林伟在主持学习时强调，要把账本技术作为突破口。\n\n他还指出，要加强研究。\n\n“我们不会等别人来写规则，我们要参与制定规则。”林伟说。\n\n责任编辑：王芳`;
    const { document, path } = await add(at, { title: '账本进湖区', publisher: '新湖日报', text });
    expect(path).toBe('documents/source-a.yaml');
    const screen = await look(at, document);
    expect(screen.document.language).toBe('zh');
    expect(screen.passages.map(({ mode, speaker, verb }) => [mode, speaker, verb])).toEqual([
      ['paraphrase', '林伟', '强调'],
      ['paraphrase', '林伟', '指出'],
      ['quote', '林伟', '说'],
    ]);
    expect(screen.counts.removed).toBe(2);
  });

  test('from a page of html, of which no markup is kept', async () => {
    const at = await studio();
    const { document } = await add(at, {
      format: 'html',
      text: '<nav>Home</nav><article><h1>Towns</h1><p>Lin <b>Wei</b> said it.<script>alert(1)</script></p></article>',
    });
    const screen = await look(at, document);
    expect(screen.passages.map(({ text }) => text)).toEqual(['Towns', 'Lin Wei said it.']);
    expect(screen.passages[0]?.removed[0]).toMatchObject({ text: 'Home', why: 'navigation of the page' });
  });

  test('with a letter and an id of its own', async () => {
    const at = await studio();
    const first = await add(at);
    const second = await add(at);
    expect([first.path, second.path]).toEqual([
      'documents/a-ledger-for-the-lake-towns.yaml',
      'documents/a-ledger-for-the-lake-towns-2.yaml',
    ]);
    expect(ids(await look(at, second.document))[0]).toBe('B1');
    await add(at);
    const fourth = await add(at, { title: 'A report' });
    expect(ids(await look(at, fourth.document))[0]).toBe('E1');
  });

  test.each<[field: string, message: string, more: Record<string, unknown>]>([
    ['title', 'Enter the title', { title: ' \u200b ' }],
    ['title', 'at most 300', { title: 'x'.repeat(301) }],
    ['date', 'Enter a date', { date: '2019-13' }],
    ['date', 'Enter a date', { date: '2019-02-30' }],
    ['date', 'Enter a date', { date: 'October' }],
    ['url', 'whole web address', { url: 'javascript:alert(1)' }],
    ['url', 'whole web address', { url: 'data:text/html,x' }],
    ['language', 'by its tag', { language: 'English' }],
    ['kind', 'Choose what kind', { kind: 'rumour' }],
    ['usedFor', 'Say in one sentence', { usedFor: '' }],
    ['text', 'Paste the text', { text: '  \n ' }],
    ['text', 'cannot be stored', { text: 'a\u0000b' }],
    ['text', 'cannot be stored', { text: 'half \ud800' }],
    ['publisher', 'cannot be stored', { publisher: 'half \ud800' }],
    ['text', 'more than 2 MB', { text: 'a'.repeat(2_000_001) }],
    ['text', 'only page furniture', { text: 'exit mobile version' }],
    ['text', 'at most 999', { text: 'They met and agreed.\n\n'.repeat(1_000) }],
    ['text', 'page furniture', { text: `They met.\n\n${'Share\n\n'.repeat(1_501)}` }],
    ['text', 'more markup', { text: '<b>'.repeat(60_001), format: 'html' }],
    ['text', 'in parts', { text: '区'.repeat(1_900_000) }],
  ])('unless %s is wrong: %s', async (field, message, more) => {
    const at = await studio();
    const failure = await add(at, more).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidInput);
    expect((failure as InvalidInput).fields[field]).toContain(message);
    expect((await draftFilesOf(base.db, at.courseId)).some(({ path }) => path.startsWith('documents/'))).toBe(
      false,
    );
  });

  test('26 of them in a course, and no more', async () => {
    const at = await studio({ 'passages.yaml': '[]\n' });
    for (let count = 0; count < 26; count += 1)
      await add(at, { text: 'They met.', title: `Report ${count}` });
    await expect(add(at)).rejects.toMatchObject({ code: 'no-letter-left' });
  });
});

describe('a person corrects what was proposed', () => {
  test('field by field, and it is checked then', async () => {
    const at = await studio();
    const { document } = await add(at);
    const { version } = await seenAt(at, document, 'A3');
    const said = {
      ...fields,
      verb: '',
      theme: 'D4',
      evidence: 'E1' as const,
      title: 'Standards',
      zh: '话语权',
      paraphrase: 'More research.',
    };
    const named = { course: at.course, document, passage: 'A3', version };
    expect(await perform(correctPassage, { ...named, ...said }, as(at.owner))).toEqual({ ok: true });
    const after = await seenAt(at, document, 'A3');
    expect(after).toMatchObject({
      speaker: 'Lin Wei',
      theme: 'D4',
      evidence: 'E1',
      zh: '话语权',
      paraphrase: 'More research.',
    });
    expect([after.verb, after.proposed, after.pinyin]).toEqual([undefined, undefined, undefined]);
    expect((await look(at, document, { show: 'unchecked' })).passages.map(({ id }) => id)).toEqual([
      'A1',
      'A2',
      'A4',
    ]);
  });

  test('and what somebody else said meanwhile is given back, not written over', async () => {
    const at = await studio();
    const { document } = await add(at);
    const { version } = await seenAt(at, document, 'A3');
    const named = { course: at.course, document, passage: 'A3', version };
    await perform(correctPassage, { ...named, ...fields, theme: 'Theirs' }, as(at.owner));
    const answer = await perform(correctPassage, { ...named, ...fields, theme: 'Mine' }, as(at.owner));
    expect(answer).toMatchObject({ ok: false, theirs: { theme: 'Theirs', verb: '' } });
    expect((await seenAt(at, document, 'A3')).theme).toBe('Theirs');
    const version2 = answer.ok ? '' : answer.version;
    await perform(correctPassage, { ...named, version: version2, ...fields, theme: 'Mine' }, as(at.owner));
    expect((await seenAt(at, document, 'A3')).theme).toBe('Mine');
  });

  test('two at once on two passages: both are saved', async () => {
    const at = await studio();
    const { document } = await add(at);
    const save = async (id: string) => {
      const { version } = await seenAt(at, document, id);
      return () =>
        perform(
          correctPassage,
          { course: at.course, document, passage: id, version, ...fields, theme: id },
          as(at.owner),
        );
    };
    const [one, two] = [await save('A2'), await save('A3')];
    await Promise.all([one(), two()]);
    expect([(await seenAt(at, document, 'A2')).theme, (await seenAt(at, document, 'A3')).theme]).toEqual([
      'A2',
      'A3',
    ]);
  });

  test('comments and what stands in the file by hand survive', async () => {
    const at = await studio();
    const { document, path } = await add(at);
    const file = await draftFile(base.db, at.courseId, document);
    const text = `# checked with the library\n${file?.text.replace('note:', 'note:') ?? ''}`.replace(
      'id: A2',
      'id: A2 # the core',
    );
    await saveDraftFile(base.db, {
      courseId: at.courseId,
      id: document,
      version: file?.version ?? 0,
      text,
      by: at.owner.userId,
    });
    const { version } = await seenAt(at, document, 'A2');
    await perform(
      correctPassage,
      { course: at.course, document, passage: 'A2', version, ...fields },
      as(at.owner),
    );
    const after = (await draftFileAt(base.db, at.courseId, path))?.text ?? '';
    expect(after).toContain('# checked with the library');
    expect(after).toContain('id: A2 # the core');
  });

  test('speakers of several at once; what else is proposed stays to be checked', async () => {
    const at = await studio();
    const { document } = await add(at);
    const passages = [(await seenAt(at, document, 'A1')).seen, (await seenAt(at, document, 'A4')).seen];
    await perform(setSpeaker, { course: at.course, document, passages, speaker: 'The agency' }, as(at.owner));
    const screen = await look(at, document);
    expect(screen.passages.map(({ speaker }) => speaker)).toEqual([
      'The agency',
      'Lin Wei',
      'Lin Wei',
      'The agency',
    ]);
    expect(screen.counts.unchecked).toBe(4);
    await expect(
      perform(setSpeaker, { course: at.course, document, passages, speaker: 'X' }, as(at.owner)),
    ).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await expect(
      perform(setSpeaker, { course: at.course, document, passages: [], speaker: 'X' }, as(at.owner)),
    ).rejects.toMatchObject({
      fields: { passages: 'Tick the passages first.' },
    });
  });

  test('and what was done to several at once can be undone, unless one was changed since', async () => {
    const at = await studio();
    const { document } = await add(at);
    const run = { course: at.course, document };
    const shown = async () =>
      (await look(at, document)).passages.map(({ id, speaker, proposed }) => [id, speaker, proposed]);
    const first = await shown();
    const seenNow = async () => (await look(at, document)).passages.map(seen);
    const set = await perform(
      setSpeaker,
      { ...run, passages: await seenNow(), speaker: 'The agency' },
      as(at.owner),
    );
    await perform(restorePassages, { ...run, before: set.before }, as(at.owner));
    expect(await shown()).toEqual(first);
    const right = await perform(confirmPassages, { ...run, passages: await seenNow() }, as(at.owner));
    expect((await look(at, document)).counts.unchecked).toBe(0);
    await perform(restorePassages, { ...run, before: right.before }, as(at.owner));
    expect(await shown()).toEqual(first);

    const again = await perform(
      setSpeaker,
      { ...run, passages: await seenNow(), speaker: 'The agency' },
      as(at.owner),
    );
    const [one = ''] = await seenNow();
    await perform(setSpeaker, { ...run, passages: [one], speaker: 'Somebody else' }, as(at.owner));
    const late = perform(restorePassages, { ...run, before: again.before }, as(at.owner));
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect((await shown())[0]?.[1]).toBe('Somebody else');
  });

  test('or says that it is right', async () => {
    const at = await studio();
    const { document } = await add(at);
    const passages = (await look(at, document)).passages.map(seen);
    await perform(confirmPassages, { course: at.course, document, passages }, as(at.owner));
    expect((await look(at, document)).counts.unchecked).toBe(0);
  });

  test('the document itself, unless somebody else was quicker', async () => {
    const at = await studio();
    const { document } = await add(at);
    const { version } = (await look(at, document)).document;
    const input = {
      course: at.course,
      document,
      version,
      ...details,
      title: 'Towns',
      paraphraseOnly: 'true',
    };
    await perform(correctDocument, input, as(at.owner));
    expect((await look(at, document)).document).toMatchObject({
      title: 'Towns',
      paraphraseOnly: true,
      language: 'en',
    });
    await expect(perform(correctDocument, input, as(at.owner))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });
});

describe('passages are put together, split, taken out and put back', () => {
  test('a number is never given twice, whatever happens in between', async () => {
    const at = await studio();
    const { document } = await add(at);
    const run = { course: at.course, document };
    const second = await seenAt(at, document, 'A2');
    expect(second.sentences).toHaveLength(2);
    await perform(splitPassage, { ...run, passage: second.seen, at: '1' }, as(at.owner));
    expect(ids(await look(at, document))).toEqual(['A1', 'A2', 'A5', 'A3', 'A4']);

    const two = await seenAt(at, document, 'A2');
    await perform(mergePassages, { ...run, passage: two.seen, next: two.nextSeen }, as(at.owner));
    expect(ids(await look(at, document))).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect((await seenAt(at, document, 'A2')).text).toBe(second.text);

    const again = await seenAt(at, document, 'A2');
    await perform(splitPassage, { ...run, passage: again.seen, at: '1' }, as(at.owner));
    expect(ids(await look(at, document))).toEqual(['A1', 'A2', 'A6', 'A3', 'A4']);
  });

  test('nor after an older edition became the draft again', async () => {
    const at = await studio();
    const { document } = await add(at);
    const { texts } = await draftOf(base.db, at.courseId);
    const path = 'documents/a-ledger-for-the-lake-towns.yaml';
    const later = new Map(texts).set(path, (texts.get(path) ?? '').replace('numbered: A4', 'numbered: A40'));
    await recordEditionFiles(base.db, at.editionId, { texts: later, assets: new Map() });
    const { seen: passage } = await seenAt(at, document, 'A2');
    await perform(splitPassage, { course: at.course, document, passage, at: 1 }, as(at.owner));
    expect(ids(await look(at, document))).toContain('A41');
  });

  test('what is taken out comes back with its number and all that was known of it', async () => {
    const at = await studio();
    const { document } = await add(at);
    const run = { course: at.course, document };
    const { version } = await seenAt(at, document, 'A4');
    await perform(
      correctPassage,
      { ...run, passage: 'A4', version, ...fields, theme: 'Pilots' },
      as(at.owner),
    );
    const four = await seenAt(at, document, 'A4');
    await perform(removePassage, { ...run, passage: four.seen }, as(at.owner));
    const gone = await look(at, document);
    expect(ids(gone)).toEqual(['A1', 'A2', 'A3']);
    expect(gone.removedAtEnd.map(({ text, id }) => [text, id])).toEqual([
      ['Photo: Lake Agency', null],
      ['The towns plan to build ten pilots by 2025.', 'A4'],
      ['exit mobile version', null],
    ]);
    const entry = gone.removedAtEnd[1];
    await perform(
      restoreRemoved,
      { ...run, index: entry?.index, version: entry?.version ?? '' } as never,
      as(at.owner),
    );
    const back = await look(at, document);
    expect(ids(back)).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect(back.passages[3]).toMatchObject({ theme: 'Pilots', speaker: 'Lin Wei' });
    expect(back.passages[3]?.removed.map(({ text }) => text)).toEqual(['Photo: Lake Agency']);
    expect(back.removedAtEnd.map(({ text }) => text)).toEqual(['exit mobile version']);
  });

  test('furniture that was none becomes a passage, where it stood', async () => {
    const at = await studio();
    const { document } = await add(at);
    const entry = (await look(at, document)).passages[3]?.removed[0];
    const run = { course: at.course, document, index: entry?.index ?? -1, version: entry?.version ?? '' };
    await perform(restoreRemoved, run, as(at.owner));
    const screen = await look(at, document);
    expect(ids(screen)).toEqual(['A1', 'A2', 'A3', 'A5', 'A4']);
    expect(screen.passages[3]).toMatchObject({ text: 'Photo: Lake Agency', proposed: expect.any(String) });
    await expect(perform(restoreRemoved, run, as(at.owner))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test('a passage that a lesson uses stays', async () => {
    const lesson = courseFiles['modules/1-first/1-one.md'].replace('ref="D1"', 'ref="A3"');
    const at = await studio({ 'modules/1-first/1-one.md': lesson });
    const { document } = await add(at);
    const run = { course: at.course, document };
    const three = await seenAt(at, document, 'A3');
    expect(three.lessons.map(({ title }) => title)).toEqual(['Lesson one']);
    await expect(perform(removePassage, { ...run, passage: three.seen }, as(at.owner))).rejects.toMatchObject(
      { code: 'passage-in-use' },
    );
    const two = await seenAt(at, document, 'A2');
    await expect(
      perform(mergePassages, { ...run, passage: two.seen, next: two.nextSeen }, as(at.owner)),
    ).rejects.toMatchObject({ code: 'passage-in-use' });
  });

  test('two who split the same passage at once: one of them', async () => {
    const at = await studio();
    const { document } = await add(at);
    const { seen: passage } = await seenAt(at, document, 'A2');
    const split = () => perform(splitPassage, { course: at.course, document, passage, at: 1 }, as(at.owner));
    const done = await Promise.allSettled([split(), split()]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ids(await look(at, document))).toHaveLength(5);
  });

  test('what is not there, or not next, or not a sentence, is refused', async () => {
    const at = await studio();
    const { document } = await add(at);
    const run = { course: at.course, document };
    const one = await seenAt(at, document, 'A1');
    const three = await seenAt(at, document, 'A3');
    const refused: [AnyOperation, Record<string, unknown>, Record<string, unknown>][] = [
      [mergePassages, { passage: one.seen, next: three.seen }, { code: 'changed-meanwhile' }],
      [removePassage, { passage: 'A9.aaaaaaaaaaaa' }, { code: 'passage-gone' }],
      [removePassage, { passage: 'A1.aaaaaaaaaaaa' }, { code: 'changed-meanwhile' }],
      [splitPassage, { passage: one.seen, at: 1 }, { fields: { at: expect.any(String) } }],
      [splitPassage, { passage: one.seen, at: 'x' }, { fields: { at: expect.any(String) } }],
      [restoreRemoved, { index: 99, version: 'x' }, { code: 'changed-meanwhile' }],
      [correctPassage, { passage: 'A9', version: 'x', ...fields }, { code: 'passage-gone' }],
      [
        correctPassage,
        { passage: 'A1', version: 'x', ...fields, speaker: '' },
        { fields: { speaker: expect.any(String) } },
      ],
      [
        correctPassage,
        { passage: 'A1', version: 'x', ...fields, mode: 'shout' },
        { fields: { mode: expect.any(String) } },
      ],
    ];
    for (const [op, input, error] of refused)
      await expect(perform(op, { ...run, ...input }, as(at.owner)), op.name).rejects.toMatchObject(error);
  });
});

describe('a lesson is framed from passages', () => {
  const frame = async (at: Studio, more: Record<string, unknown> = {}) => {
    const { document } = await add(at);
    const input = {
      course: at.course,
      document,
      passages: ['A3', 'A2'],
      module: '1-first',
      title: 'Who asks for it',
      ...more,
    };
    return { document, ...(await perform(frameLesson, input as never, as(at.owner))) };
  };

  test('with prompts that stop publishing until they are written, and nothing else', async () => {
    const at = await studio();
    const { path } = await frame(at);
    expect(path).toBe('modules/1-first/2-who-asks-for-it.md');
    const files = await draftOf(base.db, at.courseId);
    const { course, problems } = await compileCourse(files);
    expect(course).toBeNull();
    const stopping = problems.filter(({ advice }) => !advice);
    expect(stopping.length).toBeGreaterThan(10);
    expect(
      stopping.every(({ file, message }) => file === path && message.startsWith('still to be written: ')),
    ).toBe(true);
    expect(problems.filter(({ advice }) => advice).map(({ message }) => message)).toEqual([
      expect.stringContaining('A2: who speaks here is only proposed'),
      expect.stringContaining('A3: who speaks here is only proposed'),
    ]);

    const written = (files.texts.get(path) ?? '').replace(/\[\[write: ([^\]]*)\]\]/g, 'Written.');
    const done = await compileCourse({ ...files, texts: new Map(files.texts).set(path, written) });
    expect(done.problems.filter(({ advice }) => !advice)).toEqual([]);
    const lesson = done.course?.lessons.find(({ content }) => content.id === 'who-asks-for-it')?.content;
    expect(lesson?.passages.map(({ id }) => id)).toEqual(['A2', 'A3']);
    expect(lesson?.blocks.map(({ kind }) => kind)).toEqual([
      'prose',
      'prose',
      'passage',
      'claim',
      'passage',
      'claim',
      'prose',
      'prose',
      'question',
      'question',
      'callout',
    ]);
    expect(lesson?.blocks.find(({ kind }) => kind === 'claim')?.html).toContain('Lin Wei');
  });

  test('with an id and a number that nobody has', async () => {
    const at = await studio();
    const { document } = await frame(at);
    const again = {
      course: at.course,
      document,
      passages: ['A2'],
      module: '1-first',
      title: 'Who asks for it',
    };
    expect(await perform(frameLesson, again, as(at.owner))).toMatchObject({
      path: 'modules/1-first/3-who-asks-for-it-2.md',
    });
    expect(await perform(frameLesson, { ...again, title: '谁在说话' }, as(at.owner))).toMatchObject({
      path: 'modules/1-first/4-passages-a2.md',
    });
  });

  test('with an id that neither an edition nor a deleted lesson has', async () => {
    const at = await studio();
    const { document, path } = await frame(at);
    expect(path).toBe('modules/1-first/2-who-asks-for-it.md');
    await deleteDraftFiles(base.db, at.courseId, [path], randomUUID());
    const again = { course: at.course, document, passages: ['A2'], module: '1-first' };
    expect(await perform(frameLesson, { ...again, title: 'Who asks for it' }, as(at.owner))).toMatchObject({
      path: 'modules/1-first/2-who-asks-for-it-2.md',
    });
    const published = [...(await publishedIds(base.db, at.courseId)).lessons][0] ?? '';
    expect(published).not.toBe('');
    const { path: beside } = await perform(frameLesson, { ...again, title: published }, as(at.owner));
    expect(beside).toBe(`modules/1-first/3-${published}-2.md`);
  });

  test.each([
    ['passages', { passages: [] }],
    ['module', { module: '9-gone' }],
    ['module', { module: '../../x' }],
    ['title', { title: '' }],
  ])('not without its %s', async (field, more) => {
    const at = await studio();
    await expect(frame(at, more)).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
  });

  test('not from a passage of another document', async () => {
    const at = await studio();
    await expect(frame(at, { passages: ['B1'] })).rejects.toMatchObject({ code: 'passage-gone' });
  });
});

describe('where readers may not see the words', () => {
  test('a passage needs a paraphrase, and its words never reach the edition', async () => {
    const lesson = courseFiles['modules/1-first/1-one.md'].replace('ref="D1"', 'ref="A2"');
    const at = await studio({ 'modules/1-first/1-one.md': lesson });
    const { document } = await add(at, {
      paraphraseOnly: 'true',
      text: 'Lin Wei said CANARY words of theirs.\n\nLin Wei said CANARY more of it.',
    });
    const compile = async () => compileCourse(await draftOf(base.db, at.courseId));
    const stopped = await compile();
    expect(stopped.problems.filter(({ advice }) => !advice)).toEqual([
      {
        file: 'modules/1-first/1-one.md',
        line: 18,
        message: expect.stringContaining('A2 has no paraphrase'),
      },
    ]);
    const { version } = await seenAt(at, document, 'A2');
    await perform(
      correctPassage,
      { course: at.course, document, passage: 'A2', version, ...fields, paraphrase: 'In our words.' },
      as(at.owner),
    );
    const { course } = await compile();
    expect(course).not.toBeNull();
    expect(JSON.stringify(course)).not.toContain('CANARY');
    expect(JSON.stringify(course)).toContain('In our words.');
    const named = lesson.replace('[D1]', '[D1, A1]');
    const { texts } = await draftOf(base.db, at.courseId);
    const { problems } = await compileCourse({
      texts: new Map(texts).set('modules/1-first/1-one.md', named),
      assets: new Map(),
    });
    expect(problems.filter(({ advice }) => !advice)).toEqual([
      { file: 'modules/1-first/1-one.md', line: 6, message: expect.stringContaining('A1 has no paraphrase') },
    ]);
  });
});

describe('the overviews', () => {
  test('list documents and bibliography, with where they are used and cited', async () => {
    const lesson = courseFiles['modules/1-first/1-one.md'].replace('ref="D1"', 'ref="A3"');
    const at = await studio({ 'modules/1-first/1-one.md': lesson, 'documents/broken.yaml': 'id: [' });
    await add(at);
    const screen = await perform(listSources, { course: at.course }, as(at.owner));
    expect(
      screen.documents.map(({ path, document }) => [
        path,
        document?.passages,
        document?.used,
        document?.unchecked,
      ]),
    ).toEqual([
      ['documents/a-ledger-for-the-lake-towns.yaml', 4, 1, 4],
      ['documents/broken.yaml', undefined, undefined, undefined],
    ]);
    expect(screen.bibliography).toMatchObject([
      { id: 'src-1', date: '25 Oct 2019', cited: [{ title: 'Lesson one' }] },
    ]);
  });

  test('show what is not taught yet, by passage and by theme', async () => {
    const lesson = courseFiles['modules/1-first/1-one.md']
      .replace('ref="D1"', 'ref="A3"')
      .replace('objective="1"', 'objective="1" passage="A3"');
    const at = await studio({ 'modules/1-first/1-one.md': lesson });
    const { document } = await add(at);
    const { version } = await seenAt(at, document, 'A2');
    await perform(
      correctPassage,
      { course: at.course, document, passage: 'A2', version, ...fields, theme: 'D1' },
      as(at.owner),
    );
    const passages = await perform(getCoverage, { course: at.course }, as(at.owner));
    expect(passages.lessons).toMatchObject([{ title: 'Lesson one', objectives: 1, questions: 1 }]);
    expect(passages.rows.map(({ id, standing }) => [id, standing])).toEqual([
      ['D1', 'untested'],
      ['D2', 'absent'],
      ['A1', 'absent'],
      ['A2', 'absent'],
      ['A3', 'tested'],
      ['A4', 'absent'],
    ]);
    const themes = await perform(getCoverage, { course: at.course, by: 'theme' }, as(at.owner));
    expect(themes.rows[0]).toMatchObject({ id: 'D1', label: 'D1 The first', passages: ['D1', 'A2'] });
  });

  test('a file with a mistake is shown as one, and is changed by nothing', async () => {
    const at = await studio({ 'documents/broken.yaml': 'id: [' });
    const file = await draftFileAt(base.db, at.courseId, 'documents/broken.yaml');
    const run = { course: at.course, document: file?.id ?? '' };
    expect(await perform(getDocument, run, as(at.owner))).toMatchObject({
      document: null,
      path: 'documents/broken.yaml',
    });
    expect(await perform(getFraming, run, as(at.owner))).toBeNull();
    await expect(
      perform(confirmPassages, { ...run, passages: ['A1.aaaaaaaaaaaa'] }, as(at.owner)),
    ).rejects.toMatchObject({ code: 'document-unreadable' });
  });
});

test('all of this does not exist for students, other instructors, or another course; graders only look', async () => {
  const at = await studio();
  const other = await studio();
  const { document } = await add(at);
  const { seen: passage, nextSeen: next, version } = await seenAt(at, document, 'A2');
  const run = { course: at.course, document };
  const reads: [AnyOperation, Record<string, unknown>][] = [
    [listSources, { course: at.course }],
    [getCoverage, { course: at.course }],
    [getDocument, run],
  ];
  const writes: [AnyOperation, Record<string, unknown>][] = [
    [addDocument, { course: at.course, ...details, text: english }],
    [getFraming, run],
    [correctPassage, { ...run, passage: 'A2', version, ...fields }],
    [correctDocument, { ...run, version: 'x', ...details }],
    [setSpeaker, { ...run, passages: [passage], speaker: 'X' }],
    [confirmPassages, { ...run, passages: [passage] }],
    [
      restorePassages,
      { ...run, before: [{ id: 'A2', version: 'abcdefghijkl', speaker: 'X', proposed: null }] },
    ],
    [mergePassages, { ...run, passage, next }],
    [splitPassage, { ...run, passage, at: 1 }],
    [removePassage, { ...run, passage }],
    [restoreRemoved, { ...run, index: 0, version: 'x' }],
    [frameLesson, { ...run, passages: ['A2'], module: '1-first', title: 'X' }],
  ];
  const strangers = [await makeUser(base.db), other.owner];
  for (const actor of strangers)
    for (const [op, input] of [...reads, ...writes])
      await expect(perform(op, input, as(actor)), op.name).rejects.toBeInstanceOf(NotFound);

  const grader = await makeUser(base.db, { role: 'instructor' });
  await base.db.insert(courseStaff).values({ courseId: at.courseId, userId: grader.userId, role: 'grader' });
  for (const [op, input] of reads)
    await expect(perform(op, input, as(grader)), op.name).resolves.toBeTruthy();
  for (const [op, input] of writes)
    await expect(perform(op, input, as(grader)), op.name).rejects.toBeInstanceOf(NotFound);

  for (const [op, input] of [...reads.slice(2), ...writes.slice(1)])
    await expect(
      perform(op, { ...input, course: other.course }, as(other.owner)),
      op.name,
    ).rejects.toBeInstanceOf(NotFound);
  const lesson = await draftFileAt(base.db, at.courseId, 'course.yaml');
  await expect(
    perform(getDocument, { ...run, document: lesson?.id ?? '' }, as(at.owner)),
  ).rejects.toBeInstanceOf(NotFound);
  const file = await draftFile(base.db, at.courseId, document);
  expect(readDocument(file?.text ?? '')?.passages).toHaveLength(4);
});
