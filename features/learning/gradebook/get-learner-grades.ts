import * as z from 'zod';
import { gradeHistory, gradesOf } from '@/db/queries/gradebook';
import { canGrade, canReadGrades } from '@/rules/access';
import { gradeLines } from '@/rules/grading/grade-words';
import { courseResult } from '@/rules/grading/gradebook';
import { courseLines, missingToPass } from '@/rules/grading/gradebook-words';
import { effective, type GradeSnapshot, shownPercent } from '@/rules/grading/grades';
import { exactPercent } from '@/rules/grading/percent';
import { grouped } from '@/rules/grouped';
import { type OutputOf, operation } from '@/server/operation';
import { gradebookNow } from './items';
import { learnerInput, learnerOfCourse } from './learner-of-course';

const percent = (share: number | null): string | null => (share === null ? null : shownPercent(share));

const shownSnapshot = (snapshot: GradeSnapshot | null) =>
  snapshot && {
    final: percent(snapshot.final),
    override: percent(snapshot.override),
    released: snapshot.released,
  };

/** One learner as whoever grades sees them: every grade with its parts, its history, and what they come to. */
export const getLearnerGrades = operation({
  name: 'get-learner-grades',
  kind: 'read',
  by: 'person',
  input: z.strictObject(learnerInput),
  subject: learnerOfCourse,
  allow: canReadGrades,
  async run({ db, actor, subject: { learner, ...course } }) {
    const { settings, items } = await gradebookNow(db, course.id, course.currentEditionId);
    const rows = await gradesOf(db, [learner.id]);
    const byItem = new Map(rows.map((row) => [row.itemId, row]));
    const history = grouped(await gradeHistory(db, learner.id), (event) => event.itemId);
    const result = courseResult(settings, items, new Map(rows.map((row) => [row.itemId, effective(row)])));
    return {
      id: learner.id,
      name: learner.name,
      cohort: learner.cohort,
      total: percent(result.soFar),
      passed: result.passed,
      missing: missingToPass(result),
      parts: courseLines(result),
      items: items
        .filter(({ id, gone }) => !gone || byItem.has(id))
        .map(({ id, title, kind, gone, required, points }) => {
          const row = byItem.get(id);
          const counts = row ? effective(row) : null;
          return {
            id,
            title,
            kind,
            gone,
            required,
            points,
            version: row?.version ?? 0,
            percent: percent(counts),
            exact: counts === null ? '' : exactPercent(counts),
            raw: percent(row?.raw ?? null),
            final: percent(row?.final ?? null),
            override: percent(row?.override ?? null),
            overrideReason: row?.overrideReason ?? '',
            released: row?.releasedAt != null,
            late: row?.rule?.late?.days ?? 0,
            lines: row ? gradeLines(row) : [],
            history: (history.get(id) ?? []).map(({ before, after, at, ...event }) => ({
              id: event.id,
              action: event.action,
              by: event.by,
              reason: event.reason,
              before: shownSnapshot(before),
              after: shownSnapshot(after),
              at: at.toISOString(),
            })),
          };
        }),
      mayGrade: canGrade(actor, course),
    };
  },
});

type LearnerGrades = OutputOf<typeof getLearnerGrades>;
export type LearnerGrade = LearnerGrades['items'][number];
