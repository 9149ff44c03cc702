import * as z from 'zod';
import { currentEditionOf, gradesOf } from '@/db/queries/gradebook';
import { isOwn } from '@/rules/access';
import { gradeLines } from '@/rules/grading/grade-words';
import { courseResult, passesItem } from '@/rules/grading/gradebook';
import { courseLines, missingToPass } from '@/rules/grading/gradebook-words';
import { effective, shownPercent } from '@/rules/grading/grades';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput } from '../in-course';
import { ownEnrollment } from '../place';
import { gradebookNow } from './items';

/**
 * One's own grades, each with how it came about, and what they come to. Of a grade that waits for its release
 * nothing is told but that it does: no number of it goes into any other either.
 */
export const getOwnGrades = operation({
  name: 'get-own-grades',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: ownEnrollment,
  allow: isOwn,
  async run({ db, subject: place }) {
    const { settings, items } = await gradebookNow(
      db,
      place.courseId,
      await currentEditionOf(db, place.courseId),
    );
    const rows = await gradesOf(db, [place.enrollmentId]);
    const graded = rows.filter((row) => effective(row) !== null);
    const seen = new Map(graded.flatMap((row) => (row.releasedAt ? [[row.itemId, row] as const] : [])));
    const waiting = new Set(graded.filter(({ releasedAt }) => !releasedAt).map(({ itemId }) => itemId));
    const own = items.filter(({ id, gone }) => !gone || seen.has(id));
    const shares = new Map([...seen].map(([id, row]) => [id, effective(row)]));
    const result = courseResult(settings, own, shares);
    return {
      title: place.edition.manifest.title,
      slug: place.slug,
      items: own.map((item) => {
        const row = seen.get(item.id);
        const share = row ? effective(row) : null;
        return {
          id: item.id,
          title: item.title,
          kind: item.kind,
          gone: item.gone,
          required: item.required,
          state: row ? ('released' as const) : waiting.has(item.id) ? ('waits' as const) : ('none' as const),
          percent: share === null ? null : shownPercent(share),
          passed: passesItem(item, share),
          lines: row ? gradeLines(row) : [],
        };
      }),
      any: seen.size > 0,
      total: result.soFar === null ? null : shownPercent(result.soFar),
      pass: result.pass,
      passed: result.passed,
      missing: missingToPass(result),
      parts: courseLines(result),
    };
  },
});

export type OwnGrades = OutputOf<typeof getOwnGrades>;
