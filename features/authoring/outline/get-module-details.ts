import * as z from 'zod';
import { draftFile, draftFileAt } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { modulePath } from '@/rules/authoring/course-files';
import { NotFound, operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { zoneIn } from './check-draft';
import { type DetailContext, detailContext } from './detail-context';
import { fieldsOf } from './front-matter';
import { readHead } from './head';
import { type ShownModule, shownModule } from './shown-fields';

export type ModuleDetails = DetailContext & {
  fileId: string;
  version: number;
  title: string;
  /** Null when the fields cannot be read, and so cannot be set by a form. */
  fields: ShownModule | null;
  zone: string;
};

/** What is said of a module. */
export const getModuleDetails = operation({
  name: 'get-module-details',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...studioInput, file: z.uuid() }),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }): Promise<ModuleDetails> {
    const file = await draftFile(db, course.id, input.file);
    if (!file || !modulePath.test(file.path)) throw new NotFound('no such module');
    const [context, head] = await Promise.all([
      detailContext(db, course.id, file.path),
      draftFileAt(db, course.id, 'course.yaml'),
    ]);
    const fields = fieldsOf(file.text);
    return {
      ...context,
      fileId: file.id,
      version: file.version,
      title: readHead(file.path, file.text).title ?? file.path,
      fields: fields && shownModule(fields),
      zone: zoneIn(head?.text ?? '') ?? course.zone,
    };
  },
});
