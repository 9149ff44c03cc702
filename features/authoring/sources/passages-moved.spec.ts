import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordEditionFiles } from '@/db/queries/edition-files';
import { type AnyOperation, perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { fields, ids, sourceDesk } from '@/test/source-documents';
import { draftOf } from '../studio';
import { correctPassage } from './correct-passage';
import { mergePassages } from './merge-passages';
import { removePassage } from './remove-passage';
import { restoreRemoved } from './restore-removed';
import { splitPassage } from './split-passage';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());
const { as, studio, add, look, seenAt } = sourceDesk(() => base.db);

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
