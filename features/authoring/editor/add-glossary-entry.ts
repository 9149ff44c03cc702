import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { InvalidInput, operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { addToList, withoutEmpty } from './add-to-list';
import { courseContext } from './course-context';
import { entryId, line, neededLine } from './entry-fields';

/** Where entries go that are written from within a lesson. */
const path = 'glossary/terms.yaml';

/** Adds a word to the glossary of a draft. */
export const addGlossaryEntry = operation({
  name: 'add-glossary-entry',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    id: entryId,
    term: neededLine('Write the word as it stands in a sentence.'),
    definition: neededLine('Say what it means, in one or two plain sentences.'),
    zh: line.default(''),
    pinyin: line.default(''),
  }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { course: _slug, ...entry }, subject: course }) {
    const { library } = await courseContext(db, course.id);
    if (library.glossary.has(entry.id))
      throw new InvalidInput({ id: 'The glossary has an entry with this id.' });
    await addToList(db, course, { path, entry: withoutEmpty(entry), by: actor.userId });
    return { id: entry.id };
  },
  audit: ({ input }) => ({ object: `course:${input.course}`, detail: { term: input.id } }),
});
