import * as z from 'zod';
import { recordDraftFiles, saveDraftFile } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { courseContext } from '../editor/course-context';
import { titleInput } from '../outline/input';
import { optional } from '../outline/optional';
import { inLockedStudio } from '../studio';
import { arrivalsIn } from './arrivals';
import { importInput } from './import-input';
import { newSetPath, setFile } from './set-file';
import { setText } from './set-text';

/** What a file of the draft holds, in bytes. */
const largestFile = 4 * 1024 * 1024;

/** The ids of the questions in a text, even in one with mistakes. */
const idsOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/^:::question\{[^}\n]*#([a-z0-9-]+)/gm)].map(([, id]) => id ?? ''));

/** Takes the questions of another system into a set, or into a new one; those that cannot come in are left out. */
export const importQuestions = operation({
  name: 'import-questions',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...importInput,
    /** The file of the set; without it they come into a new one. */
    into: optional(z.uuid('Choose a set.')),
    title: optional(titleInput),
  }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }): Promise<{ fileId: string; added: number; left: number }> {
    const { into, title, text } = input;
    const { library } = await courseContext(db, course.id);
    const file = into === null ? null : await setFile(db, course.id, into);
    if (!file && title === null) throw new InvalidInput({ title: 'Write a title for the new set.' });
    const arrivals = arrivalsIn(text, idsOf(file?.text ?? ''), library);
    const questions = arrivals.flatMap((one) => (one.kind === null ? [] : [one.markdown]));
    if (questions.length === 0) throw new InvalidInput({ text: 'None of these questions can come in.' });
    const counts = { added: questions.length, left: arrivals.length - questions.length };
    if (!file) {
      const path = await newSetPath(db, course.id, title ?? '');
      const ids = await recordDraftFiles(
        db,
        course.id,
        [[path, setText(title ?? '', questions)]],
        actor.userId,
      );
      return { fileId: ids.get(path) ?? '', ...counts };
    }
    const longer = `${file.text.trimEnd()}\n\n${questions.join('\n\n')}\n`;
    if (Buffer.byteLength(longer) > largestFile)
      throw new InvalidInput({ into: 'The set would be larger than 4 MB. Take them into a new one.' });
    const { id, version } = file;
    const saved = await saveDraftFile(db, {
      courseId: course.id,
      id,
      version,
      text: longer,
      by: actor.userId,
    });
    if (!saved) throw new Refused('changed-meanwhile');
    return { fileId: id, ...counts };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { file: output.fileId, added: String(output.added), left: String(output.left) },
  }),
});
