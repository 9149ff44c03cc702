import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { compiledDraft } from './compiled-draft';

/**
 * Compiles the draft of a course before it is published, so that the transaction of publishing finds its
 * lessons compiled: a large course takes seconds, for which nothing should stay locked.
 */
export const checkPublication = operation({
  name: 'check-publication',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, subject: course }) {
    const { problems } = await compiledDraft(db, course);
    return { problems: problems.filter(stopsPublishing).length };
  },
});
