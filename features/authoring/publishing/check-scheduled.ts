import * as z from 'zod';
import { scheduledPublication } from '@/db/queries/publications';
import { isPlatform } from '@/rules/access';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { operation } from '@/server/operation';
import { compileFor } from './compiled-draft';
import { scheduledFiles } from './scheduled-files';

/** Compiles what is to be published, before the transaction in which it is: see `check-publication`. */
export const checkScheduled = operation({
  name: 'check-scheduled',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ publication: z.uuid() }),
  subject: (db, { publication }) => scheduledPublication(db, publication),
  allow: isPlatform,
  async run({ db, subject: publication }) {
    const files = await scheduledFiles(db, publication);
    const { problems } = await compileFor(db, publication.course.slug, files);
    return { problems: problems.filter(stopsPublishing).length };
  },
});
