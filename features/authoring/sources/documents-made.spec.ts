import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftFilesOf } from '@/db/queries/drafts';
import { InvalidInput } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { ids, sourceDesk } from '@/test/source-documents';
import { compileCourse } from '../compile/course';
import { draftOf } from '../studio';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());
const { studio, add, look } = sourceDesk(() => base.db);

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
