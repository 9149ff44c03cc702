import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftFile, draftFileAt } from '@/db/queries/drafts';
import { courseStaff } from '@/db/schema';
import { type AnyOperation, NotFound, perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { details, english, fields, sourceDesk } from '@/test/source-documents';
import { addDocument } from './add-document';
import { confirmPassages } from './confirm-passages';
import { correctDocument } from './correct-document';
import { correctPassage } from './correct-passage';
import { readDocument } from './document-file';
import { frameLesson } from './frame-lesson';
import { getCoverage } from './get-coverage';
import { getDocument } from './get-document';
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
const { as, studio, add, seenAt } = sourceDesk(() => base.db);

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
