import * as z from 'zod';
import { gradersOf, pairsOf, peopleNamed } from '@/db/queries/moderation';
import { canGrade, canOwnCourse } from '@/rules/access';
import { agreementOf, type MarkedTwice, type Pair, strictnessOf } from '@/rules/work/agreement';
import { rubricMark } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** So many of the newest pairs are looked at. */
const most = 2_000;

type Row = Awaited<ReturnType<typeof pairsOf>>[number];

/** By lesson and criterion, as the newest work has them, what both graders of each work gave. */
function byCriterion(rows: readonly Row[]) {
  const lessons = new Map<
    string,
    { title: string; works: number; criteria: Map<string, [Criterion, Pair[]]> }
  >();
  for (const { lessonId, title, rubric, scores } of rows) {
    const lesson = lessons.get(lessonId) ?? { title, works: 0, criteria: new Map() };
    lessons.set(lessonId, { ...lesson, works: lesson.works + 1 });
    for (const criterion of rubric) {
      const [one, other] = scores.map((given) => criterion.levels[given[criterion.id] ?? -1]?.points ?? 0);
      const [newest, pairs] = lesson.criteria.get(criterion.id) ?? [criterion, []];
      lesson.criteria.set(criterion.id, [newest, [...pairs, [one ?? 0, other ?? 0]]]);
    }
  }
  return [...lessons].map(([id, { title, works, criteria }]) => ({
    id,
    title,
    works,
    criteria: [...criteria.values()].map(([{ id: of, title: name }, pairs]) => ({
      id: of,
      title: name,
      ...agreementOf(pairs),
    })),
  }));
}

const markedTwice = ({ rubric, scores, graders }: Row): MarkedTwice => {
  const percent = (given: Row['scores'][number]): number => {
    const { earned, possible } = rubricMark(rubric, given);
    return (earned / possible) * 100;
  };
  return { graders, percents: [percent(scores[0]), percent(scores[1])] };
};

/** How far the graders of a course agree where two graded the same, and who decides; no learner is in it. */
export const getAgreement = operation({
  name: 'get-agreement',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, subject: course }) {
    const [rows, graders] = await Promise.all([pairsOf(db, course.id, most), gradersOf(db, course.id)]);
    const strictness = strictnessOf(rows.map(markedTwice));
    const names = await peopleNamed(
      db,
      strictness.map(({ grader }) => grader),
    );
    return {
      slug: course.slug,
      works: rows.length,
      lessons: byCriterion(rows),
      strictness: strictness.map((one) => ({ ...one, name: names.get(one.grader) ?? '' })),
      graders,
      mayName: canOwnCourse(actor, course),
    };
  },
});

export type AgreementScreen = OutputOf<typeof getAgreement>;
