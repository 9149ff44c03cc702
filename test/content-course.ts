import { readContentText } from '@/rules/content/content-text';
import type { Around, ContentCourse, ContentLesson } from '@/rules/content/course';
import type { CompiledLesson, StudentQuestion } from '@/rules/editions/edition';

/** A question of a lesson that tests an objective. */
export const asks = (id: string, objective: number | null = 1): CompiledLesson['blocks'][number] => {
  const question: StudentQuestion = { kind: 'single', prompt: '', options: [], objective };
  return { id, kind: 'question', completesBy: 'answered', label: '', html: '', question };
};

/** A lesson with a text of its own, compiled to what is given. */
export function contentLesson(body = '', content: Partial<CompiledLesson> = {}): ContentLesson {
  const id = content.id ?? 'one';
  const source = `---\nid: ${id}\ntitle: One\ndirectives: []\nobjectives:\n  - Say it.\n  - Do it.\nverified: "2026-11-01"\nquiz:\n---\n${body}`;
  return {
    ...readContentText(`modules/1-m/${id}.md`, source),
    content: {
      id,
      title: 'One',
      summary: '',
      minutes: 10,
      objectives: ['Say it.', 'Do it.'],
      directives: [],
      verified: '2026-11-01',
      blocks: [],
      passages: [],
      terms: [],
      sources: [],
      ...content,
    },
  };
}

/** A course of these lessons. */
export const contentCourseOf = (
  lessons: ContentLesson[],
  more: Partial<ContentCourse> = {},
): ContentCourse => ({
  verified: { day: '2026-11-01', file: 'course.yaml', line: 3 },
  lessons,
  bank: [],
  glossary: [],
  sources: [],
  passages: [],
  ...more,
});

/** A day on which these courses are young, and no spec of worked numbers. */
export const around: Around = { today: '2026-11-26', computed: new Set() };

/** Problems as `line: message`, or with the file where that says more. */
export const told = (problems: { line: number; message: string }[]): string[] =>
  problems.map(({ line, message }) => `${line}: ${message}`);
