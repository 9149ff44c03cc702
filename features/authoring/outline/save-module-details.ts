import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { modulePath } from '@/rules/authoring/course-files';
import { operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { moduleDetailFields, sameOpening } from './detail-fields';
import { fieldsOf } from './front-matter';
import { fileToSave, type Saved, saveFields } from './save-fields';

/** Saves what is said of a module. Who saved after the form was opened is not overwritten. */
export const saveModuleDetails = operation({
  name: 'save-module-details',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    file: z.uuid(),
    version: z.coerce.number().int(),
    ...moduleDetailFields,
  }),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }): Promise<Saved> {
    const { course: _slug, file: fileId, version, opens, ...fields } = input;
    const file = await fileToSave(db, course.id, fileId, modulePath);
    const values = { ...fields, opens: sameOpening(fieldsOf(file.text)?.opens, opens) };
    return saveFields(db, file, values, { courseId: course.id, version, by: actor.userId });
  },
  audit: ({ input, output }) =>
    output.ok ? { object: `course:${input.course}`, detail: { module: input.file } } : null,
});
