import * as z from 'zod';
import { lockUnreleased, setReleased } from '@/db/queries/work-release';
import { canGrade } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { slugInput } from '../place';
import { placeInWork } from './place';
import { recordWork } from './record-work';
import { settleWork } from './settle-work';

/** So many learners at once: the others with another click. */
const most = 200;

/** Lets learners see what was graded in a lesson, however many of them. */
export const releaseWork = operation({
  name: 'release-work',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...courseInput, lesson: slugInput }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input: { lesson }, subject: course }): Promise<{ released: number }> {
    const learners = await lockUnreleased(db, course.id, lesson, most);
    await setReleased(
      db,
      learners.map(({ enrollmentId }) => enrollmentId),
      lesson,
    );
    for (const { enrollmentId, userId } of learners) {
      await settleWork(db, { enrollmentId, lessonId: lesson }, { action: 'released', actorId: actor.userId });
      const place = await placeInWork(db, { course: course.slug, lesson }, { userId });
      if (place?.rules.pass !== undefined) await recordWork(db, place);
    }
    return { released: learners.length };
  },
  audit: ({ input, output }) =>
    output.released > 0
      ? { object: `course:${input.course}`, detail: { lesson: input.lesson, released: output.released } }
      : null,
});
