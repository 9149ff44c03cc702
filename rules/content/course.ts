import type { FileProblem } from '../authoring/course-files';
import type { CompiledLesson, GlossaryEntry } from '../editions/edition';
import type { ContentText } from './content-text';

type Place = { file: string; line: number };

/** A lesson as it is written and as it was compiled. */
export type ContentLesson = ContentText & { content: CompiledLesson };

/** An entry of the bibliography, as far as a rule asks about it. */
type ContentSource = Place & {
  id: string;
  title: string;
  publisher: string;
  date: string;
  usedFor: string;
  url?: string | null | undefined;
  note?: string | null | undefined;
};

/** A course that compiles, as the rules on its content see it. */
export type ContentCourse = {
  /** The day its facts were last checked. */
  verified: Place & { day: string };
  /** In reading order. */
  lessons: ContentLesson[];
  bank: ContentText[];
  glossary: (Place & Pick<GlossaryEntry, 'id' | 'term'>)[];
  sources: ContentSource[];
  passages: (Place & { id: string; title: string })[];
};

/** What the rules ask about besides the course itself. */
export type Around = {
  /** Today, as `2026-11-26`. */
  today: string;
  /** The ids of lessons whose worked numbers a spec computes. */
  computed: ReadonlySet<string>;
};

/** A rule on content: every place of a course that breaks it. */
export type ContentRule = (course: ContentCourse, around: Around) => FileProblem[];

/** The lessons that teach, rather than being a quiz or written work. */
export const taught = ({ lessons }: Pick<ContentCourse, 'lessons'>): ContentLesson[] =>
  lessons.filter(({ content }) => !content.quiz && !content.work);
