import {
  type CourseFiles,
  type FileProblem,
  modulesIn,
  stopsPublishing,
} from '@/rules/authoring/course-files';
import type { AnswerKeys, CompiledLesson, EditionManifest, ModuleOutline } from '@/rules/editions/edition';
import type { EditionLibrary } from '@/rules/library/edition-library';
import { compileBank } from '../compile/bank-cache';
import { compileCourse } from '../compile/course';
import { editionLibrary } from '../compile/edition-library';
import { splitFrontMatter } from '../compile/front-matter';
import type { CompiledFile } from '../compile/lesson';
import { compileLessonOnce, libraryHash } from '../compile/lesson-cache';
import { readLibrary } from '../compile/library';
import { moduleSchema } from '../compile/schemas';
import { parseYaml } from '../compile/yaml';
import { courseTitle } from '../course-title';

/** The words of a course on the catalog. */
type CourseWords = Omit<EditionManifest, 'modules' | 'zone' | 'cover'>;
type PreviewLesson = { content: CompiledLesson; keys: AnswerKeys };

/** A lesson that cannot be shown before its own mistakes are mended. */
export type BrokenLesson = { id: string | null; title: string; path: string; problems: FileProblem[] };

/** A version of a course as a learner would get it, as far as it can be made. */
export type PreviewCourse = {
  title: string;
  /** Null while the words themselves have a mistake. */
  words: CourseWords | null;
  outline: Pick<EditionManifest, 'modules' | 'zone'>;
  /** How many mistakes stop the draft from being published. */
  problems: number;
  broken: BrokenLesson[];
};
export type DraftCourse = PreviewCourse & {
  lessons: Map<string, PreviewLesson>;
  /** Where a lesson is written, by its id. */
  paths: Map<string, string>;
  /** What stands beside the lessons. */
  library: EditionLibrary | null;
};

/** The words and the outline of a course apart. */
export function apart(manifest: EditionManifest): Pick<PreviewCourse, 'title' | 'words' | 'outline'> {
  const { modules, zone, cover, ...words } = manifest;
  return { title: words.title, words, outline: { modules, ...(zone ? { zone } : {}) } };
}

/** Compiles a draft. Where it has mistakes, what can be compiled without them is there all the same. */
export async function compileDraft(files: CourseFiles): Promise<DraftCourse> {
  const { course, problems } = await compileCourse(files);
  if (!course) return { ...(await compileParts(files)), problems: problems.filter(stopsPublishing).length };
  const paths = modulesIn(files.texts.keys()).flatMap(({ lessons }) => lessons);
  return {
    ...apart(course.manifest),
    problems: 0,
    broken: [],
    library: course.library,
    lessons: new Map(course.lessons.map(({ content, keys }) => [content.id, { content, keys }])),
    paths: new Map(course.lessons.map(({ content }, index) => [content.id, paths[index] ?? ''])),
  };
}

/** Every lesson on its own: the mistakes of one do not stop the others. */
async function compileParts(files: CourseFiles): Promise<DraftCourse> {
  const { texts } = files;
  const { head, library } = await readLibrary(files, () => {});
  const shared = libraryHash(files);
  const draft: DraftCourse = {
    title: courseTitle(texts.get('course.yaml') ?? '') ?? 'Untitled course',
    words: null,
    outline: { modules: [] },
    problems: 0,
    broken: [],
    lessons: new Map(),
    paths: new Map(),
    library: null,
  };
  const drawn = new Set<string>();
  if (head) {
    const { slug, zone, cover, builtOn, ...words } = head.value;
    draft.words = { ...words, builtOn: builtOn ?? null };
    draft.outline.zone = zone;
  }
  for (const { folder, lessons } of modulesIn(texts.keys())) {
    const text = texts.get(`modules/${folder}/module.yaml`) ?? '';
    const parsed = parseYaml(folder, text, moduleSchema, () => {});
    const { opens, after, ...named } = parsed?.value ?? { id: folder, title: folder, summary: '' };
    const module: ModuleOutline = { ...named, ...(opens && { opens }), ...(after && { after }), lessons: [] };
    for (const path of lessons) {
      const problems: FileProblem[] = [];
      const file = { path, text: texts.get(path) ?? '' };
      const compiled = await compileLessonOnce(file, library, shared, (problem) => {
        if (stopsPublishing(problem)) problems.push(problem);
      });
      addLesson(draft, module, file, compiled, problems);
      for (const set of compiled?.sets ?? []) drawn.add(set);
    }
    draft.outline.modules.push(module);
  }
  const shown = [...draft.lessons.values()].map(({ content }) => content);
  draft.library = editionLibrary(library, shown, await compileBank(library, shared), drawn);
  return draft;
}

function addLesson(
  draft: DraftCourse,
  module: ModuleOutline,
  { path, text }: { path: string; text: string },
  compiled: CompiledFile | null,
  problems: FileProblem[],
): void {
  if (compiled && draft.lessons.has(compiled.lesson.id))
    problems.push({ file: path, line: compiled.idLine, message: 'another lesson has the same id' });
  if (!compiled || problems.length > 0) {
    const head = splitFrontMatter(text)?.head ?? '';
    const id = compiled?.lesson.id ?? /^id:\s*["']?([a-z0-9-]+)/m.exec(head)?.[1] ?? null;
    draft.broken.push({ id, title: courseTitle(head) ?? path.split('/').at(-1) ?? path, path, problems });
    return;
  }
  const { keys, release, preparation, lesson: content } = compiled;
  draft.lessons.set(content.id, { content, keys });
  draft.paths.set(content.id, path);
  const { id, title, summary, minutes } = content;
  const blocks = content.blocks.map(({ id, label, completesBy }) => ({ id, label, completesBy }));
  module.lessons.push({ id, title, summary, minutes, ...release, preparation, blocks });
}
