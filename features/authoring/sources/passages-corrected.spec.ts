import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftFile, draftFileAt, saveDraftFile } from '@/db/queries/drafts';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { details, fields, seen, sourceDesk } from '@/test/source-documents';
import { confirmPassages } from './confirm-passages';
import { correctDocument } from './correct-document';
import { correctPassage } from './correct-passage';
import { restorePassages } from './restore-passages';
import { setSpeaker } from './set-speaker';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());
const { as, studio, add, look, seenAt } = sourceDesk(() => base.db);

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
