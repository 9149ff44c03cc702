import type { DrawGroup } from '../assessment/draw';
import type { QuizRules } from '../assessment/quiz';
import type { Ask } from '../learning/answer-forms';
import type { CompletesBy } from '../learning/evidence';
import type { Sample } from '../work/peers';
import type { WorkRules } from '../work/work';

/** A question as a learner may see it: no key, no feedback. Option html is sanitised at publishing. */
export type StudentQuestion = {
  kind: string;
  prompt: string;
  options: { id: string; html: string }[];
  objective: number | null;
  /** What the form of the answer asks beyond prompt and options. */
  ask?: Ask;
  /** What each of its hints costs, in percent of its points; what they say is kept with the key. */
  hints?: number[];
};

/** What marks an answer. `correct` is an answer of full marks; `feedback` is per option id; `right` and `wrong` speak of the whole answer. */
export type AnswerKey = {
  kind: string;
  correct: string[];
  feedback: Record<string, string>;
  right: string | null;
  wrong: string | null;
  /** What a kind marks with beyond the right answer, as data; the kind alone reads it. */
  more?: Record<string, unknown>;
  /** Html of its hints, given one after the other to whoever takes them. */
  hints?: string[];
};
/** Keys of one lesson by block id. */
export type AnswerKeys = Record<string, AnswerKey>;

/** One block of a published lesson. `html` is final: sanitised and highlighted when it was published. */
export type CompiledBlock = {
  id: string;
  kind: string;
  completesBy: CompletesBy;
  /** A plain label for "what is missing" and the outline. */
  label: string;
  html: string;
  question: StudentQuestion | null;
  /** Of a prompt for the claim log: the passage that it asks about, if one. */
  entry?: { passage: string | null };
  /** Of a lab: which one, at the version that was its newest when this was published. */
  lab?: LabRef;
};

/** A lab at one of its versions. */
export type LabRef = { name: string; version: number };

export type GlossaryEntry = {
  id: string;
  term: string;
  zh: string | null;
  pinyin: string | null;
  definition: string;
};

export type Passage = {
  id: string;
  title: string;
  paraphrase: string;
  speaker: string;
  mode: string;
  verb: string | null;
  zh: string | null;
  pinyin: string | null;
  citation: string;
  /** The language of the words, where they are the document's own. */
  lang?: string;
  evidence?: string;
  theme?: string;
  /** The other lessons of the course that use it. */
  usedIn?: { id: string; title: string }[];
};

export type CompiledLesson = {
  id: string;
  title: string;
  summary: string;
  minutes: number;
  objectives: string[];
  directives: string[];
  verified: string;
  blocks: CompiledBlock[];
  /** The panes beside the lesson: passages it frames, terms it uses, sources it cites (html). */
  passages: Passage[];
  terms: GlossaryEntry[];
  sources: { id: string; html: string }[];
  /** Of a lesson that is a quiz: its questions are asked in attempts, and not where they stand. */
  quiz?: QuizRules;
  /** What each attempt at it draws from; without it from all its questions alike. Never sent to a page. */
  draws?: DrawGroup[];
  /** Of a lesson that is written work. */
  work?: WorkRules;
  /** What whoever reviews others scores first, with what its author gives it. Never sent to a page whole. */
  samples?: Sample[];
};

/**
 * When a lesson or module may be begun. `opens` is local time in the zone of the course, like
 * `2026-12-01 09:00`; `after` is a module and `prerequisites` are lessons that have to be complete.
 */
export type Release = { opens?: string; after?: string; prerequisites?: string[] };

/** What the syllabus and the rules of progress need of a lesson, without its text. */
export type LessonOutline = Release & {
  id: string;
  title: string;
  summary: string;
  minutes: number;
  /** The earlier lessons that it builds on, by id. Learners are told; nothing waits for them. */
  preparation?: string[];
  /** What has to be done; of a quiz it is one thing, `quizBlock`, and of written work `workBlock`. `lab` names a lab. */
  blocks: { id: string; label: string; completesBy: CompletesBy; lab?: string }[];
  quiz?: QuizRules;
  work?: WorkRules;
};

/** The block that stands for a whole quiz: evidence of it is an attempt that was handed in. */
export const quizBlock = 'quiz';
/** The block that stands for written work: evidence of it is that it was handed in or, where it has to be, passed. */
export const workBlock = 'work';

export type ModuleOutline = Release & {
  id: string;
  title: string;
  summary: string;
  lessons: LessonOutline[];
};

/** The course as it was published: its words on the catalog, and its outline. */
export type EditionManifest = {
  title: string;
  summary: string;
  language: string;
  level: string;
  outcomes: string[];
  audience: string[];
  notFor: string[];
  authors: { name: string; about: string }[];
  builtOn: { title: string; publisher: string; date: string; note: string } | null;
  /** The hash of the cover among the assets; without one it is drawn. */
  cover?: string;
  /** The zone that releases are meant in; editions without releases need none. */
  zone?: string;
  verified: string;
  modules: ModuleOutline[];
};

/** The lessons of an outline in reading order. */
export const lessonsOf = (outline: { modules: ModuleOutline[] }): LessonOutline[] =>
  outline.modules.flatMap((module) => module.lessons);

/** The lessons to have read before one, those it waits for among them. */
export const readBefore = ({ prerequisites = [], preparation = [] }: LessonOutline): string[] => [
  ...new Set([...prerequisites, ...preparation]),
];

export const minutesOf = (lessons: { minutes: number }[]): number =>
  lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
