import * as z from 'zod';
import { canSeeStudio } from '@/rules/access';
import { libraryLessons } from '@/rules/library/library-lessons';
import { operation } from '@/server/operation';
import { inStudio } from '../studio';
import { previewInput, versionOf } from './version';

/**
 * What stands beside the lessons of the draft or of an edition, as learners of it would read it. Of a draft with
 * mistakes it is made of what can be read. Writes nothing.
 */
export const getLibraryPreview = operation({
  name: 'get-library-preview',
  kind: 'read',
  by: 'person',
  input: z.strictObject(previewInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, input, subject: course }) {
    const version = await versionOf(db, course, input.version);
    return {
      slug: course.slug,
      version: version.name,
      title: version.title,
      problems: version.problems,
      library: await version.library(),
      // In the preview every lesson is open.
      lessons: libraryLessons(version.outline, () => true),
    };
  },
});
