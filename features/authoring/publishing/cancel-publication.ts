import * as z from 'zod';
import { setPublicationCancelled } from '@/db/queries/publications';
import { canEditCourse } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { inStudio, studioInput } from '../studio';

/** Cancels a publication that waits for its time. One that is being published just now is not cancelled. */
export const cancelPublication = operation({
  name: 'cancel-publication',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, publication: z.uuid() }),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }) {
    if (!(await setPublicationCancelled(db, course.id, input.publication)))
      throw new Refused('publication-over');
  },
  audit: ({ input }) => ({
    object: `course:${input.course}`,
    detail: { publication: input.publication },
  }),
});
