import * as z from 'zod';
import { labAt } from '@/kinds/labs/registry';
import { freshScreen, sampleSeed } from '@/kinds/labs/screen';
import { lessonView } from '@/kinds/lesson-view';
import { canSeeStudio } from '@/rules/access';
import { localInstant } from '@/rules/authoring/schedule';
import type { AnswerKeys, CompiledLesson } from '@/rules/editions/edition';
import { lessonsOf, readBefore } from '@/rules/editions/edition';
import { heldLessons } from '@/rules/learning/release';
import { formatDeadline } from '@/rules/time/deadline';
import type { WorkRules } from '@/rules/work/work';
import { coverNames } from '@/rules/work/work-words';
import { NotFound, type OutputOf, operation } from '@/server/operation';
import { inStudio } from '../studio';
import { freshSyllabus } from './syllabus';
import { previewLessonInput, type Version, versionOf } from './version';

/**
 * A lesson of the draft or of an edition as a learner gets it who has not begun, made by the same code.
 * A lesson with mistakes is not shown; they are. Writes nothing, and of answer keys holds the hints alone.
 */
export const getLessonPreview = operation({
  name: 'get-lesson-preview',
  kind: 'read',
  by: 'person',
  input: z.strictObject(previewLessonInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, input, subject: course, now }) {
    const version = await versionOf(db, course, input.version);
    const lesson = await version.lesson(input.lesson);
    const broken = version.broken.find(({ id }) => id === input.lesson) ?? null;
    if (!lesson && !broken) throw new NotFound(input.lesson);
    return {
      slug: course.slug,
      version: version.name,
      problems: version.problems,
      /** Where the lesson is written, for the way back to its editor. */
      fileId: lesson ? version.fileOf(lesson.id) : (broken?.fileId ?? null),
      /** What a learner who has not begun reads instead of the lesson; null when it is open. */
      held: heldLessons(version.outline, new Map(), now).get(input.lesson) ?? null,
      /** Of written work: what a learner reads of it before they write. */
      work: lesson?.work ? termsOf(version, lesson.work) : null,
      screen: lesson && screenOf(version, lesson, (await version.keys(lesson.id)) ?? {}),
      broken: lesson ? null : broken,
    };
  },
});

function screenOf({ title, outline }: Version, lesson: CompiledLesson, keys: AnswerKeys) {
  const lessons = lessonsOf(outline);
  const index = lessons.findIndex(({ id }) => id === lesson.id);
  const own = lessons[index];
  const neighbour = (at: number) => {
    const found = lessons[at];
    return found ? { id: found.id, title: found.title } : null;
  };
  return {
    course: { title },
    lesson: {
      id: lesson.id,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.minutes,
      objectives: lesson.objectives,
      directives: lesson.directives,
      readBefore: own ? readBefore(own) : [],
      verified: lesson.verified,
      blocks: own?.blocks ?? [],
    },
    view: lessonView(lesson),
    given: {},
    /** All of them, as to somebody who took every one. */
    hints: Object.fromEntries(
      lesson.blocks.flatMap(({ id, question }) =>
        question?.hints ? [[id, { costs: question.hints, taken: keys[id]?.hints ?? [] }]] : [],
      ),
    ),
    /** Each with a task that is nobody's, to try. */
    labs: Object.fromEntries(
      lesson.blocks.flatMap(({ id, lab: ref }) => {
        const lab = ref && labAt(ref.name, ref.version);
        return lab ? [[id, { ...freshScreen(lab, sampleSeed), debrief: lab.words.debrief }]] : [];
      }),
    ),
    progress: { done: [], total: lesson.blocks.length, percent: 0, complete: false },
    syllabus: freshSyllabus(outline),
    position: { number: index + 1, of: lessons.length },
    previous: neighbour(index - 1),
    next: neighbour(index + 1),
  };
}

/** Rules and rubric of written work, with its times in words. */
function termsOf({ outline }: Version, rules: WorkRules) {
  const inWords = (time: string | undefined) => {
    const at = localInstant(time, outline.zone ?? 'UTC');
    return at && formatDeadline(at, outline.zone ?? 'UTC');
  };
  return {
    rules,
    due: inWords(rules.due),
    closes: inWords(rules.closes),
    names: coverNames(rules, lessonsOf(outline)),
  };
}

export type LessonPreview = OutputOf<typeof getLessonPreview>;
