import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseContext } from '../editor/course-context';
import { inStudio } from '../studio';
import { type Arrival, arrivalsIn } from './arrivals';
import { importInput } from './import-input';

/** What would come in of the questions of another system, and what would not. Writes nothing. */
export const previewQuestions = operation({
  name: 'preview-questions',
  kind: 'read',
  by: 'person',
  input: z.strictObject(importInput),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, input: { text }, subject: course }): Promise<Arrival[]> {
    const { library } = await courseContext(db, course.id);
    return arrivalsIn(text, new Set(), library);
  },
});
