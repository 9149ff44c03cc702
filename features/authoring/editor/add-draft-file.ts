import * as z from 'zod';
import type { Db } from '@/db/client';
import { draftFileAt, recordDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { InvalidInput, operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { appendEntry } from './append-entry';
import { courseContext } from './course-context';
import { entryId } from './entry-fields';
import { type AddedRoom, fileRooms, firstEntries, firstGuide, singleFiles } from './first-entries';

/** The text that a new file begins with. */
async function firstText(db: Db, courseId: string, room: AddedRoom): Promise<string> {
  if (room === 'guide') return firstGuide;
  const entry = firstEntries[room]((await courseContext(db, courseId)).library);
  if ('lacks' in entry) throw new InvalidInput({ room: String(entry.lacks) });
  return appendEntry('', entry) ?? '';
}

const pathOf = ({ room, name }: { room: AddedRoom; name: string }): string =>
  singleFiles[room] ?? `${room}/${name}.yaml`;

/** Adds a file that the lessons share, or the guide, to a draft, with one entry to begin with. */
export const addDraftFile = operation({
  name: 'add-draft-file',
  kind: 'write',
  by: 'person',
  input: z
    .strictObject({
      ...studioInput,
      room: z.enum(fileRooms, 'Choose what the file is for.'),
      name: z.string().trim().default(''),
    })
    .superRefine(({ room, name }, context) => {
      // A file that is alone in its room has its name already.
      const wrong = singleFiles[room] ? undefined : entryId.safeParse(name).error?.issues[0];
      if (wrong) context.addIssue({ code: 'custom', path: ['name'], message: wrong.message });
    }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }) {
    const path = pathOf(input);
    if (await draftFileAt(db, course.id, path))
      throw new InvalidInput({ name: `There is a file ${path} already.` });
    const text = await firstText(db, course.id, input.room);
    const ids = await recordDraftFiles(db, course.id, [[path, text]], actor.userId);
    return { fileId: ids.get(path) ?? '' };
  },
  audit: ({ input }) => ({ object: `course:${input.course}`, detail: { file: pathOf(input) } }),
});
