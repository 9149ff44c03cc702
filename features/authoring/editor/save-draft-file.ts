import * as z from 'zod';
import { lastSaveOf } from '@/db/queries/draft-texts';
import { draftFile, saveDraftFile as saveText } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { NotFound, type OutputOf, operation } from '@/server/operation';
import { draftText } from '../studio';
import { fileInput, fileInStudio } from './file-in-studio';

/** As many bytes as the table takes; a Chinese character has three. */
const mostBytes = 4 * 1024 * 1024;

const text = draftText.refine(
  (value) => Buffer.byteLength(value) <= mostBytes,
  'This is more than 4 MB of text. Split it into several files.',
);

const hour = (at: Date): number => Math.floor(at.getTime() / 3_600_000);

/**
 * Saves a file that is still as the writer found it. When somebody else saved meanwhile nothing is
 * written, and their text is the answer: the writer decides. The text that is stored already is no change.
 */
export const saveDraftFile = operation({
  name: 'save-draft-file',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...fileInput, version: z.coerce.number().int().min(1), text }),
  subject: async (db, input, actor) => {
    const found = await fileInStudio(db, input, actor);
    const last = found && (await lastSaveOf(db, found.id, input.file));
    // A sitting: one person at one file within an hour of the clock.
    const sameSitting = last?.by === actor.userId && hour(last.at) === hour(new Date());
    return found && { ...found, sameSitting };
  },
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }) {
    const { file } = course;
    if (input.text === file.text)
      return { ok: true as const, version: file.version, savedAt: file.updatedAt.toISOString() };
    const saved = await saveText(db, {
      courseId: course.id,
      id: file.id,
      version: input.version,
      text: input.text,
      by: actor.userId,
    });
    if (saved) return { ok: true as const, version: saved.version, savedAt: saved.updatedAt.toISOString() };
    const current = await draftFile(db, course.id, file.id);
    if (!current) throw new NotFound('deleted meanwhile');
    const { version, updatedAt, updatedBy } = current;
    if (current.text === input.text) return { ok: true as const, version, savedAt: updatedAt.toISOString() };
    return {
      ok: false as const,
      current: { text: current.text, version, savedBy: updatedBy, savedAt: updatedAt.toISOString() },
    };
  },
  // An editor saves every second or so. The log is for people: it says once a sitting that somebody worked
  // on a file; what they wrote stands in the draft, and in the editions.
  audit: ({ input, subject, output }) =>
    output.ok && output.version !== subject.file.version && !subject.sameSitting
      ? { object: `course:${input.course}`, detail: { file: subject.file.path } }
      : null,
});

export type SaveAnswer = OutputOf<typeof saveDraftFile>;
