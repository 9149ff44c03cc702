// One process in which a course is published, as the site does it: compiled first, then in a transaction.
// What is cold is measured in a process of its own, as after a restart.
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { connect } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { checkPublication } from '@/features/authoring/publishing/check-publication';
import { publishDraft } from '@/features/authoring/publishing/publish-draft';
import { reviewPublication } from '@/features/authoring/publishing/review-publication';
import type { Actor } from '@/rules/access';
import type { LearnerMoves } from '@/rules/editions/moves';
import { perform } from '@/server/operation';
import { makeStudio } from '@/test/editions';
import { enrollLearners, storeAlone } from './studio-rows';
import { courseOfLessons } from './studio-texts';

/** A publication that was reviewed, to be carried out in another process. */
export type Reviewed = { slug: string; actor: Actor; reviewed: string; against: number };
export type Job = { url: string; lessons: number; learners: number; turns: number; cold?: Reviewed };
/** Milliseconds, and those of them in which this process was at work. */
export type Took = { ms: number; cpu: number };
export type Warm = {
  /** With every lesson new, and with one lesson changed. */
  firstReview: Took;
  reviews: Took[];
  publications: Took[];
  /** The same rows stored by bare statements. */
  alone: number[];
  /** With learners moved. */
  moving: Took | null;
  moved: number;
  next: Reviewed;
};

type Db = ReturnType<typeof connect>['db'];

async function timed<Value>(work: () => Promise<Value>): Promise<{ took: Took; value: Value }> {
  const before = performance.now();
  const used = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(used);
  return { took: { ms: performance.now() - before, cpu: (user + system) / 1000 }, value };
}

async function publish(db: Db, { slug, actor, ...seen }: Reviewed, moves: LearnerMoves) {
  await perform(checkPublication, { course: slug }, { db, actor });
  const input = { course: slug, ...seen, note: '', moves };
  const output = await perform(publishDraft, input, { db, actor });
  if (!output.ok) throw new Error(JSON.stringify(output.problems.slice(0, 3)));
  return output;
}

async function warm(db: Db, { url, lessons, learners, turns }: Job): Promise<Warm> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const { slug, courseId, owner } = await makeStudio(db, {});
  let revision = 0;
  const write = () =>
    replaceDraftFiles(db, courseId, courseOfLessons(slug, lessons, ++revision), owner.userId, randomUUID());
  const review = async (): Promise<Reviewed> => {
    const seen = await perform(reviewPublication, { course: slug }, { db, actor: owner });
    if (!seen.next) throw new Error(JSON.stringify(seen.stops.slice(0, 3)));
    return { slug, actor: owner, reviewed: seen.reviewed, against: seen.current?.number ?? 0 };
  };
  await write();
  const { took: firstReview, value: reviewedFirst } = await timed(review);
  const first = await publish(db, reviewedFirst, 'none');
  const times: Pick<Warm, 'reviews' | 'publications' | 'alone'> = {
    reviews: [],
    publications: [],
    alone: [],
  };
  for (let turn = 0; turn < turns; turn += 1) {
    await write();
    const reviewed = await timed(review);
    const published = await timed(() => publish(db, reviewed.value, 'none'));
    times.reviews.push(reviewed.took);
    times.publications.push(published.took);
    times.alone.push(await storeAlone(sql, published.value.editionId));
  }
  let moving: Took | null = null;
  let moved = 0;
  if (learners > 0) {
    await enrollLearners(sql, { courseId, editionId: first.editionId, learners });
    await write();
    const reviewed = await review();
    const published = await timed(() => publish(db, reviewed, 'everyone'));
    moving = published.took;
    moved = published.value.moved;
  }
  await write();
  const next = await review();
  await sql.end();
  return { firstReview, ...times, moving, moved, next };
}

process.once('message', async (job: Job) => {
  const { sql, db } = connect(job.url);
  await sql`select 1`;
  const { cold } = job;
  process.send?.(cold ? (await timed(() => publish(db, cold, 'none'))).took : await warm(db, job));
  await sql.end();
  process.disconnect();
});
