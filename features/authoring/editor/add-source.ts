import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { InvalidInput, operation } from '@/server/operation';
import { sourceKinds } from '../compile/schemas';
import { inLockedStudio, studioInput } from '../studio';
import { addToList, withoutEmpty } from './add-to-list';
import { courseContext } from './course-context';
import { entryId, line, neededLine } from './entry-fields';

/** Where sources go that are written down from within a lesson. */
const path = 'sources/sources.yaml';

/** Adds a source to the bibliography of a draft. */
export const addSource = operation({
  name: 'add-source',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    id: entryId,
    title: neededLine('Give its title.'),
    publisher: neededLine('Say who published it.'),
    author: line.default(''),
    date: z
      .string()
      .trim()
      .regex(
        /^\d{4}(-\d{2}(-\d{2})?)?$/,
        'Write the date as exactly as it is known: 2019, 2019-10 or 2019-10-25.',
      ),
    url: z
      .union([z.literal(''), z.url({ protocol: /^https?$/ })], 'A web address begins with https://.')
      .default(''),
    language: z
      .string()
      .trim()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'A language is written like en or zh.')
      .default('en'),
    kind: z.enum(sourceKinds, 'Choose what it is.'),
    primary: z.enum(['yes', 'no']).default('no'),
    usedFor: neededLine('Say what the course takes from it.'),
  }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { course: _slug, primary, ...source }, subject: course }) {
    const { library } = await courseContext(db, course.id);
    if (library.sources.has(source.id)) throw new InvalidInput({ id: 'A source has this id already.' });
    const entry = withoutEmpty({ ...source, primary: primary === 'yes' });
    await addToList(db, course, { path, entry, by: actor.userId });
    return { id: source.id };
  },
  audit: ({ input }) => ({ object: `course:${input.course}`, detail: { source: input.id } }),
});
