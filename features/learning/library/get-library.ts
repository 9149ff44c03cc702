import * as z from 'zod';
import { editionLibrary } from '@/db/queries/editions';
import { canReadLesson } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { type OutputOf, operation } from '@/server/operation';
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
      /** In reading order; `open` is false of one that may not be begun yet. */
      lessons: lessonsOf(manifest).map(({ id, title, quiz, work }, index) => ({
        id,
        number: index + 1,
        title,
        open: !held.has(id),
        sort: quiz ? ('quiz' as const) : work ? ('work' as const) : ('lesson' as const),
      })),
    };
  },
});

export type LibraryScreen = OutputOf<typeof getLibrary>;
export type LibraryLesson = LibraryScreen['lessons'][number];
