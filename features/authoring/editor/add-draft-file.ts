import * as z from 'zod';
import { draftFileAt, recordDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { InvalidInput, operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { appendEntry } from './append-entry';
import { courseContext } from './course-context';
import { entryId } from './entry-fields';

/** One entry to begin with: it shows the form, and is changed into the first real one. */
const first = {
  glossary: (id: string) => ({
    id,
    term: 'a new word',
    definition: 'What it means, in one or two plain sentences.',
  }),
  sources: (id: string) => ({
    id,
    title: 'A title',
    publisher: 'Who published it',
    date: '2026',
    kind: 'reference',
    primary: false,
    usedFor: 'What the course takes from it.',
  }),
};

/** Adds a file to the glossary or the sources of a draft, with one entry to begin with. */
export const addDraftFile = operation({
  name: 'add-draft-file',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    room: z.enum(['glossary', 'sources'], 'Choose what the file is for.'),
    name: entryId,
  }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { room, name }, subject: course }) {
    const path = `${room}/${name}.yaml`;
    if (await draftFileAt(db, course.id, path))
      throw new InvalidInput({ name: `There is a file ${path} already.` });
    const { library } = await courseContext(db, course.id);
    const taken = room === 'glossary' ? library.glossary : library.sources;
    let id = 'new-entry';
    for (let number = 2; taken.has(id); number += 1) id = `new-entry-${number}`;
    const text = appendEntry('', first[room](id)) ?? '';
    const ids = await recordDraftFiles(db, course.id, [[path, text]], actor.userId);
    return { fileId: ids.get(path) ?? '' };
  },
  audit: ({ input }) => ({
    object: `course:${input.course}`,
    detail: { file: `${input.room}/${input.name}.yaml` },
  }),
});
