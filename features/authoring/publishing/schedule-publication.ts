import * as z from 'zod';
import { recordPublication } from '@/db/queries/publications';
import { canEditCourse } from '@/rules/access';
import { dueAt } from '@/rules/authoring/schedule';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { inStudio } from '../studio';
import { publishInput } from './input';
import { reviewedDraft, type Stopped } from './reviewed-draft';

type Output = { ok: true; id: string; dueAt: Date; zone: string } | Stopped;

/**
 * Has the draft that was reviewed published at a time to come, as the clocks of the course's zone show it.
 * What is published then is this draft, whatever becomes of it until then.
 */
export const schedulePublication = operation({
  name: 'schedule-publication',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...publishInput,
    date: z.iso.date('Give the day to publish on, like 2026-12-01.'),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time of day, like 09:00.'),
  }),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject, now }): Promise<Output> {
    const { date, time, note, moves } = input;
    const due = dueAt({ date, time, zone: subject.zone }, now);
    if ('problem' in due) throw new InvalidInput({ [due.field]: due.problem });
    const draft = await reviewedDraft(db, subject, { userId: actor.userId, ...input });
    if (!draft.ok) return draft;
    const { course, files } = draft;
    const id = await recordPublication(db, {
      courseId: course.id,
      dueAt: due.at,
      dueZone: course.zone,
      note,
      moves,
      texts: Object.fromEntries(files.texts),
      assets: Object.fromEntries([...files.assets].map(([path, { hash }]) => [path, hash])),
      createdBy: actor.userId,
    });
    if (!id) throw new Refused('publication-waiting');
    return { ok: true, id, dueAt: due.at, zone: course.zone };
  },
  audit: ({ input, output }) =>
    output.ok
      ? {
          object: `course:${input.course}`,
          detail: { publication: output.id, dueAt: output.dueAt.toISOString(), moves: input.moves },
        }
      : null,
});
