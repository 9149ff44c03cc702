import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseDocument } from 'yaml';
import { modulesIn } from '@/rules/authoring/course-files';
import type { LessonUse } from '@/rules/sources/coverage';
import { splitFrontMatter } from '../compile/front-matter';
import { parseMarkdown } from '../compile/markdown';

/** What a lesson of a draft does with passages and sources, even where the lesson has mistakes. */
export type DraftLessonUse = LessonUse & { path: string; module: string; sources: string[] };

const yamlOf = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = parseDocument(text, { prettyErrors: false }).toJS();
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
};

const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((entry) => word(entry) ?? []) : [];

function usesIn(tree: Root): Pick<LessonUse, 'passages' | 'questions'> & { sources: string[] } {
  const uses = { passages: [] as string[], questions: [] as LessonUse['questions'], sources: [] as string[] };
  visit(tree, ['leafDirective', 'containerDirective', 'textDirective'], (node) => {
    if (!('name' in node) || !('attributes' in node)) return;
    const { id, ref, source, objective, passage } = node.attributes ?? {};
    if (node.name === 'passage' && ref) uses.passages.push(ref);
    if (node.name === 'claim' && source) uses.sources.push(source);
    if (node.name === 'cite') uses.sources.push(textOf(node).trim());
    if (node.name === 'question')
      uses.questions.push({ id: id ?? '', objective: Number(objective) || null, passage: passage ?? null });
  });
  return uses;
}

type Read = Omit<DraftLessonUse, 'path' | 'module'>;

/** What lessons say, by their text: most of a course stays the same from one page to the next. */
const known = new Map<string, Read>();
const mostKnown = 600;

function readLesson(text: string, file: string): Read {
  const before = known.get(text);
  if (before) return before;
  const parts = splitFrontMatter(text);
  const head = yamlOf(parts?.head ?? '');
  const { passages, ...used } = usesIn(parseMarkdown(parts?.body ?? text));
  const read = {
    ...used,
    id: word(head.id) ?? file,
    title: word(head.title) ?? file,
    objectives: words(head.objectives),
    passages: [...new Set([...words(head.directives), ...passages])],
  };
  known.set(text, read);
  if (known.size > mostKnown) known.delete(known.keys().next().value ?? '');
  return read;
}

/** What every lesson of a draft uses, in reading order. */
export function lessonUses(texts: ReadonlyMap<string, string>): DraftLessonUse[] {
  return modulesIn(texts.keys()).flatMap(({ folder, lessons }) => {
    const module = word(yamlOf(texts.get(`modules/${folder}/module.yaml`) ?? '').title) ?? folder;
    return lessons.map((path) => {
      const file = path.split('/').at(-1)?.replace(/\.md$/, '') ?? path;
      return { ...readLesson(texts.get(path) ?? '', file), path, module };
    });
  });
}

/** The lessons that use each passage. */
export function usesByPassage(lessons: DraftLessonUse[]): Map<string, DraftLessonUse[]> {
  const uses = new Map<string, DraftLessonUse[]>();
  for (const lesson of lessons) {
    for (const id of lesson.passages) uses.set(id, [...(uses.get(id) ?? []), lesson]);
  }
  return uses;
}
