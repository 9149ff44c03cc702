import type { Database } from '@/db/client';
import { recordDraftFiles } from '@/db/queries/drafts';
import { addDocument } from '@/features/authoring/sources/add-document';
import { type DocumentScreen, getDocument } from '@/features/authoring/sources/get-document';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { courseFiles } from './course-folder';
import { makeCourse, makeStaff, makeUser } from './factories';

/** An article as it is pasted, with the furniture of its page. */
export const english = `Harbour Weekly

Share this article

LAKE TOWN, Oct. 25 (Lake Agency) --

President Lin Wei stressed that the towns should share one ledger. It would save a third of the work.

He also called for more research on standards.

Photo: Lake Agency

The towns plan to build ten pilots by 2025.

exit mobile version`;

export const details = {
  title: 'A ledger for the lake towns',
  publisher: 'Harbour Weekly',
  date: '2019-10-25',
  kind: 'news' as const,
  usedFor: 'Who asks for what.',
};

export const seen = ({ id, version }: { id: string; version: string }) => `${id}.${version}`;
export const ids = (screen: DocumentScreen) => screen.passages.map(({ id }) => id);
export const fields = { speaker: 'Lin Wei', mode: 'paraphrase' as const };

/** What the specs of source documents do again and again, on the database of the spec. */
export function sourceDesk(db: () => Database) {
  const as = (actor: Actor) => ({ db: db(), actor });

  /** A course with an owner and the small course of the specs as its draft. */
  async function studio(changes: Record<string, string | null> = {}) {
    const owner = await makeUser(db(), { role: 'instructor' });
    const course = await makeCourse(db());
    await makeStaff(db(), owner, course.courseId);
    const texts = Object.entries({ ...courseFiles, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    await recordDraftFiles(db(), course.courseId, texts, owner.userId);
    return { owner, course: course.slug, courseId: course.courseId, editionId: course.editionId };
  }
  type Studio = Awaited<ReturnType<typeof studio>>;
  const add = (at: Studio, more: Record<string, unknown> = {}, by: Actor = at.owner) =>
    perform(addDocument, { course: at.course, ...details, text: english, ...more }, as(by));
  const look = async (at: Studio, document: string, more = {}) =>
    (await perform(getDocument, { course: at.course, document, ...more }, as(at.owner))) as DocumentScreen;
  const seenAt = async (at: Studio, document: string, id: string) => {
    const passage = (await look(at, document)).passages.find((one) => one.id === id);
    if (!passage) throw new Error(`no ${id}`);
    return { ...passage, seen: seen(passage), nextSeen: passage.next ? seen(passage.next) : '' };
  };
  return { as, studio, add, look, seenAt };
}
