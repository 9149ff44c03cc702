import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { recordToken } from '@/db/queries/api-tokens';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { attempts, courseStaff, courses, draftFiles, labAttempts, outbox, submissions } from '@/db/schema';
import { saveClaimEntry } from '@/features/learning/claims/save-claim-entry';
import { setGrade } from '@/features/learning/gradebook/set-grade';
import { saveLabWork } from '@/features/learning/labs/save-lab-work';
import { submitLab } from '@/features/learning/labs/submit-lab';
import { listMarking } from '@/features/learning/marking/list-marking';
import { markAnswer } from '@/features/learning/marking/mark-answer';
import { askReview } from '@/features/learning/peers/ask-review';
import { getReviewing } from '@/features/learning/peers/get-reviewing';
import { giveReview } from '@/features/learning/peers/give-review';
import { beginReview } from '@/features/learning/review/begin-review';
import { setReview } from '@/features/learning/review/set-review';
import { claimWork } from '@/features/learning/work/claim-work';
import { keepBankComment } from '@/features/learning/work/comments/keep-bank-comment';
import { putComment } from '@/features/learning/work/comments/put-comment';
import { finishGrading } from '@/features/learning/work/finish-grading';
import { handInWork } from '@/features/learning/work/hand-in-work';
import { saveDraft } from '@/features/learning/work/save-draft';
import type { Actor } from '@/rules/access';
import { apiScopes } from '@/rules/accounts/api-scopes';
import { hashSecret, newSecret } from '@/server/auth/secrets';
import { perform } from '@/server/operation';
import { wholeClaim } from '@/test/claims';
import { makeStudio } from '@/test/editions';
import { makeEnrollment, makeUser } from '@/test/factories';
import { doing } from '@/test/quizzes';
import { address } from '../address';
import { openSession, siteDatabase } from '../people';
import { drawn, otherCourse, plantedCourse, writtenOn } from './course';

type Writer = { actor: Actor; enrollmentId: string };

/** What somebody does at written work: keeps a draft, hands it in, and is graded. */
function working(db: Database, course: string) {
  const draft = { number: 1, base: 0, writer: randomUUID() };
  const write = (lesson: string, text: string, actor: Actor) =>
    perform(saveDraft, { course, lesson, ...draft, text }, { db, actor });
  const handIn = async (lesson: string, text: string, by: Writer, files = '') => {
    const { revision } = await write(lesson, text, by.actor);
    await perform(handInWork, { course, lesson, number: 1, revision, files }, { db, actor: by.actor });
    const own = and(eq(submissions.enrollmentId, by.enrollmentId), eq(submissions.lessonId, lesson));
    const [row] = await db.select().from(submissions).where(own);
    if (!row) throw new Error('nothing was handed in');
    return row.id;
  };
  const claim = (submission: string, actor: Actor) =>
    perform(claimWork, { course, submission }, { db, actor });
  const finish = (submission: string, comment: string, actor: Actor) =>
    perform(finishGrading, { course, submission, scores: { claim: 2, evidence: 1 }, comment }, { db, actor });
  return { write, handIn, claim, finish };
}

/**
 * Of two whose work peers review, the first has given a review, and the second is in the middle of one.
 * @returns the work of the second.
 */
async function reviewEachOther(
  db: Database,
  course: string,
  [a, b]: [Writer, Writer],
  handIn: ReturnType<typeof working>['handIn'],
): Promise<string> {
  const at = { course, lesson: 'shared' };
  await handIn('shared', 'CANARY_SHARED_A is written.', a);
  const ofB = await handIn('shared', 'CANARY_SHARED_B is written.', b);
  for (const { actor } of [a, b]) await perform(askReview, at, { db, actor });
  const { held } = await perform(getReviewing, at, { db, actor: a.actor });
  const given = { deed: 'give', scores: { claim: 1, evidence: 1 } } as const;
  const comments = { claim: 'CANARY_REVIEW', evidence: 'CANARY_REVIEW' };
  await perform(giveReview, { ...at, review: held?.id ?? '', ...given, comments }, { db, actor: a.actor });
  return ofB;
}

/** Puts a file with what somebody writes, by the door for it. @returns its id. */
async function sendFile(path: string, words: string, { email }: Actor): Promise<string> {
  const body = new FormData();
  body.set('file', new Blob([words], { type: 'text/plain' }), 'CANARY_NAME.txt');
  const headers = {
    origin: address,
    accept: 'application/json',
    cookie: `session=${await openSession(email)}`,
  };
  const answer = await fetch(`${address}${path}`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`the file was not taken: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

type Studio = Awaited<ReturnType<typeof makeStudio>>;

/** Publishes the course. What is written on afterwards is of the draft alone. */
async function publish(db: Database, { slug, courseId, owner, publish: go }: Studio) {
  const write = (texts: Map<string, string>) =>
    replaceDraftFiles(db, courseId, texts, owner.userId, randomUUID());
  const texts = plantedCourse(slug);
  await write(texts);
  await go();
  await write(writtenOn(texts));
  await db
    .update(courses)
    .set({ enrollmentPolicy: 'key', enrollmentKey: 'CANARY_WAY_IN' })
    .where(eq(courses.id, courseId));
}

/** Another course with its owner and somebody who learns there. */
async function plantOther(db: Database) {
  const studio = await makeStudio(db, {});
  const { slug, courseId, owner } = studio;
  await replaceDraftFiles(db, courseId, otherCourse(slug), owner.userId, randomUUID());
  await studio.publish();
  return { slug, courseId, owner, outsider: (await studio.learner()).actor };
}

/** Both have begun a lab; the second has handed something in, and then written on. */
async function doLabs(db: Database, course: string, [a, b]: [Actor, Actor]): Promise<void> {
  const at = { course, lesson: 'lab', block: 'task', attempt: 1 };
  const save = (actor: Actor, changed: string) =>
    perform(
      saveLabWork,
      { ...at, text: JSON.stringify({ changed }), base: 0, writer: randomUUID() },
      { db, actor },
    );
  await save(a, 'CANARY_LAB_DRAFT_A');
  const values = { changed: 'CANARY_LAB_B', digest: '0'.repeat(64), bits: '1', altered: '1' };
  await perform(submitLab, { ...at, key: randomUUID(), values }, { db, actor: b });
  await save(b, 'CANARY_LAB_DRAFT_B');
}

/** Two learners who have worked in the course and been graded, and of whom nothing is released. */
async function learn(db: Database, studio: Studio, grader: Actor) {
  const course = studio.slug;
  const [a, b] = [await studio.learner(), await studio.learner()];
  const as = (actor: Actor) => ({ db, actor });
  const exam = { course, lesson: 'exam' };
  const [ofA, ofB] = [a, b].map((one) => doing(db, exam, one.actor, one.enrollmentId)) as [
    ReturnType<typeof doing>,
    ReturnType<typeof doing>,
  ];
  const { write, handIn, claim, finish } = working(db, course);
  await doLabs(db, course, [a.actor, b.actor]);

  // The first has handed one attempt in, is in the middle of another, and has begun to write.
  await ofA.take({ 'q-text': ['Words of the first.'] });
  await ofA.start();
  await a.view('before', ['a']);
  await write('essay', 'CANARY_DRAFT_A is written.', a.actor);
  const entry = randomUUID();
  const words = { ...wholeClaim, claim: 'CANARY_CLAIM_A' };
  const kept = { course, entry, lesson: 'before', base: 0, writer: randomUUID() };
  await perform(saveClaimEntry, { ...kept, ...words } as never, as(a.actor));

  // The second has missed a question, answered, written, and been graded.
  await b.answer('before', 'q-check', 'a');
  await perform(setReview, { on: 'yes' }, as(b.actor));
  const { next: card } = await perform(beginReview, {}, as(b.actor));
  await ofB.take({ 'q-text': ['CANARY_ANSWER_B'], 'q-written': ['CANARY_WRITTEN_B in three words.'] });
  const mark = (await perform(listMarking, exam, as(grader))).rows[0]?.id ?? '';
  await perform(
    markAnswer,
    { ...exam, mark, version: 1, scores: { c1: '1' }, comment: 'CANARY_MARKED' } as never,
    as(grader),
  );
  const file = await sendFile(`/api/learn/${course}/essay/work-files/1`, 'CANARY_FILE_B', b.actor);
  const essay = await handIn('essay', 'CANARY_HANDED_B is written.', b, file);
  await claim(essay, grader);
  const span = { id: randomUUID(), says: 'CANARY_SPAN', from: 19, to: 26 };
  await perform(putComment, { course, submission: essay, ...span }, as(grader));
  await perform(keepBankComment, { course, id: randomUUID(), text: 'CANARY_PHRASE' }, as(grader));
  await finish(essay, 'CANARY_COMMENT', grader);
  // Of two who grade a paper, one has.
  const paper = await handIn('paper', 'CANARY_PAPER_B is written.', b);
  await claim(paper, grader);
  await finish(paper, 'CANARY_READING', grader);
  // What a peer said of it is with the result, and that is not released.
  const shared = await reviewEachOther(db, course, [a, b], handIn);
  await claim(shared, grader);
  await finish(shared, 'Well said.', grader);
  for (const [{ enrollmentId }, percent, name] of [
    [a, '61.37', 'A'],
    [b, '73.19', 'B'],
  ] as const) {
    const set = { item: 'exam', version: 1, percent, reason: `CANARY_REASON_${name}` };
    await perform(setGrade, { course, enrollment: enrollmentId, ...set }, as(grader));
  }
  const asked = [...(await ofA.rows()), ...(await ofB.rows())].flatMap(({ questions }) => questions);
  const undrawn = drawn.find((id) => !asked.some((one) => one.endsWith(`--${id}`)));
  if (!undrawn || !card) throw new Error('something was not planted');
  return { a, b, entry, card, mark, file, undrawn };
}

/** A key of each scope, made by an admin. */
async function makeTokens(db: Database, createdBy: string): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const scope of apiScopes) {
    const secret = `lp_${newSecret()}`;
    const token = { name: scope, tokenHash: hashSecret(secret), hint: 'lp_', createdBy, days: 30 };
    await recordToken(db, { ...token, scopes: [scope] });
    made.set(scope, secret);
  }
  return made;
}

/** A mail as the site has sent it, with a link in it. */
async function sendMail(db: Database, recipient: string): Promise<string> {
  const mail = { recipient, subject: 'A link', body: 'CANARY_MAIL', state: 'sent' as const };
  const [row] = await db.insert(outbox).values(mail).returning({ id: outbox.id });
  return row?.id ?? '';
}

/** The attempts at the lab of two learners. */
async function labsOf(db: Database, learners: readonly Writer[]): Promise<string[]> {
  const ids = learners.map(({ enrollmentId }) => enrollmentId);
  const rows = await db.select().from(labAttempts).where(inArray(labAttempts.enrollmentId, ids));
  return rows.map(({ id }) => id);
}

/** Makes two courses, with everybody of them and what they did there. */
export async function plant() {
  const db = siteDatabase();
  const studio = await makeStudio(db, {});
  await publish(db, studio);
  const grader = await studio.staff('grader');
  const learned = await learn(db, studio, grader);
  const { a, b } = learned;
  const other = await plantOther(db);
  const suspended = await makeUser(db, { suspended: true });
  const place = { courseId: studio.courseId, editionId: await studio.current() };
  await makeEnrollment(db, suspended, place);
  const admin = await makeUser(db, { role: 'admin' });
  const people = {
    admin,
    staff: await makeUser(db, { role: 'staff' }),
    owner: studio.owner,
    editor: await studio.staff('editor'),
    grader,
    secondGrader: await studio.staff('grader'),
    otherOwner: other.owner,
    learnerA: a.actor,
    learnerB: b.actor,
    paused: (await studio.learner({ state: 'paused' })).actor,
    suspended: suspended as Actor,
    outsider: other.outsider,
    stranger: (await makeUser(db)) as Actor,
  };
  const enrollments = [a.enrollmentId, b.enrollmentId];
  const filesOf = (course: string) =>
    db
      .select({ id: draftFiles.id, path: draftFiles.path })
      .from(draftFiles)
      .where(eq(draftFiles.courseId, course));
  const handedIn = await db.select().from(submissions).where(inArray(submissions.enrollmentId, enrollments));
  const taken = await db.select().from(attempts).where(inArray(attempts.enrollmentId, enrollments));
  return {
    people,
    tokens: await makeTokens(db, admin.userId),
    undrawn: `DRAWN_FROM ${learned.undrawn}?`,
    mail: b.actor.email,
    /** What stands for the parts of an address that differ from course to course. */
    found: {
      course: studio.slug,
      other: other.slug,
      card: learned.card,
      entry: learned.entry,
      mark: learned.mark,
      file: learned.file,
      submissions: handedIn.map(({ id }) => id),
      attempts: taken.map(({ id }) => id),
      files: await filesOf(studio.courseId),
      otherFiles: await filesOf(other.courseId),
      labs: await labsOf(db, [a, b]),
      enrollments,
      learners: [a.actor.userId, b.actor.userId],
      staff: (await db.select().from(courseStaff).where(eq(courseStaff.courseId, studio.courseId))).map(
        ({ userId }) => userId,
      ),
      sentMail: await sendMail(db, b.actor.email),
    },
  };
}

export type Planted = Awaited<ReturnType<typeof plant>>;
export type Person = keyof Planted['people'];
