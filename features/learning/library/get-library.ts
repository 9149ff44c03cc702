import * as z from 'zod';
import { editionLibrary } from '@/db/queries/editions';
import { canReadLesson } from '@/rules/access';
import { libraryLessons } from '@/rules/library/library-lessons';
import { operation } from '@/server/operation';
import { heldFor, placeInCourse, slugInput } from '../place';

/**
 * What stands beside the lessons of the edition that somebody reads: its glossary, timeline, bibliography and
 * directive map, with the names of the lessons. Null where the edition has none of these.
 */
export const getLibrary = operation({
  name: 'get-library',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ course: slugInput }),
  subject: (db, { course }, actor) => placeInCourse(db, course, actor),
  allow: canReadLesson,
  async run({ db, subject: place }) {
    const { manifest, number } = place.edition;
    const held = heldFor(place);
    return {
      course: { slug: place.slug, title: manifest.title, edition: number },
      library: await editionLibrary(db, place.editionId),
      lessons: libraryLessons(manifest, (id) => !held.has(id)),
    };
  },
});
