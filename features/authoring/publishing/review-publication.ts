import * as z from 'zod';
import type { Db } from '@/db/client';
import type { StudioCourse } from '@/db/queries/drafts';
import { editionByHash, editionById, lastEditionNumber } from '@/db/queries/editions';
import { graderIds } from '@/db/queries/moderation';
import { lastPublication } from '@/db/queries/publications';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { lessonsOf, minutesOf } from '@/rules/editions/edition';
import type { OutputOf } from '@/server/operation';
import { operation } from '@/server/operation';
import type { CompiledCourse } from '../compile/course';
import { inStudio, studioInput } from '../studio';
import { compiledDraft } from './compiled-draft';
import { editionContent } from './edition-content';
import { impactOnLearners, learnersByEdition } from './impact-on-learners';
import { readableDiff, type ShownDiff } from './readable-diff';
import { shownProblems } from './shown-problems';

/** What publishing the draft now would do: what stops it, what changes, and whom it touches. Nothing is changed. */
export const reviewPublication = operation({
  name: 'review-publication',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course, now }) {
    const { compiled, fingerprint, problems } = await compiledDraft(db, course);
    const current = course.currentEditionId ? await editionById(db, course.currentEditionId) : null;
    const last = await lastPublication(db, course.id);
    const learners = await learnersByEdition(db, course.id);
    return {
      slug: course.slug,
      zone: course.zone,
      now,
      mayEdit: canEditCourse(actor, course),
      reviewed: fingerprint,
      current: current && { number: current.number, publishedAt: current.publishedAt },
      /** Whether some of its work is to be graded by two, and only one person grades. */
      oneGrader:
        lessonsOf(compiled?.manifest ?? { modules: [] }).some(({ work }) => work?.moderation) &&
        (await graderIds(db, course.id)).length < 2,
      stops: await shownProblems(db, course.id, problems.filter(stopsPublishing)),
      advice: await shownProblems(
        db,
        course.id,
        problems.filter((problem) => !stopsPublishing(problem)),
      ),
      finished: [...learners.values()].reduce((sum, { finished }) => sum + finished, 0),
      waiting: last?.state === 'waiting' ? last : null,
      next: compiled && (await nextEdition(db, course, compiled)),
    };
  },
});

/** The edition that the draft would become, beside the current one. */
async function nextEdition(db: Db, course: StudioCourse, compiled: CompiledCourse) {
  const same = await editionByHash(db, course.id, compiled.contentHash);
  const { manifest, lessons } = compiled;
  const number = same?.number ?? (await lastEditionNumber(db, course.id)) + 1;
  const questions = lessons
    .flatMap(({ content }) => content.blocks)
    .filter(({ question }) => question).length;
  const outline = lessonsOf(manifest);
  const size = {
    modules: manifest.modules.length,
    lessons: outline.length,
    minutes: minutesOf(outline),
    questions,
  };
  if (!course.currentEditionId) return { number, again: false, size, diff: null, impact: null };
  const current = await editionContent(db, course.currentEditionId);
  const diff: ShownDiff = readableDiff(current, { manifest, lessons, library: compiled.library });
  const to = { id: same?.id ?? null, manifest, from: current.manifest };
  const changed = diff.lessons
    .filter(({ blocks }) => blocks === null || blocks.length > 0)
    .map(({ id }) => id);
  const impact = await impactOnLearners(db, course.id, to, changed);
  return { number, again: same !== null && !diff.same, size, diff, impact };
}

export type PublicationReview = OutputOf<typeof reviewPublication>;
