import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type {
  AnswerKeys,
  CompiledLesson,
  EditionManifest,
  GlossaryEntry,
  ModuleOutline,
} from '@/rules/edition';
import { type CourseLibrary, compileLesson } from './lesson';
import { markdownRenderer } from './markdown';
import type { FileProblem } from './problem';
import { courseSchema, glossarySchema, moduleSchema, passagesSchema, sourcesSchema } from './schemas';
import { parseYaml } from './yaml';

export type CompiledCourse = {
  slug: string;
  zone: string;
  manifest: EditionManifest;
  lessons: { content: CompiledLesson; keys: AnswerKeys }[];
  /** SHA-256, hex, over everything above: equal content, equal hash. */
  contentHash: string;
};

export type CompileResult =
  | { course: CompiledCourse; problems: [] }
  | { course: null; problems: FileProblem[] };

/** JSON with sorted keys, so that the hash depends on the content and on nothing else. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const byNumber = (a: string, b: string) => Number.parseInt(a, 10) - Number.parseInt(b, 10);

/** Compiles a course folder. Either the whole course, or every mistake found: never half of it. */
export async function compileCourse(folder: string): Promise<CompileResult> {
  const problems: FileProblem[] = [];
  const report = (problem: FileProblem) => problems.push(problem);

  const read = async <Schema extends z.ZodType>(file: string, schema: Schema) => {
    const text = await readFile(join(folder, file), 'utf8').catch(() => null);
    if (text !== null) return parseYaml(file, text, schema, report);
    report({ file, line: 1, message: 'this file is missing' });
    return null;
  };
  const list = async (path: string) => (await readdir(join(folder, path)).catch(() => [])).sort();
  const yamlIn = async (path: string) =>
    (await list(path)).filter((name) => name.endsWith('.yaml')).map((name) => `${path}/${name}`);
  const readEntries = async <Entry extends { id: string }>(files: string[], schema: z.ZodType<Entry[]>) => {
    const found = new Map<string, { entry: Entry; file: string; line: number }>();
    for (const file of files) {
      const parsed = await read(file, schema);
      for (const [index, entry] of (parsed?.value ?? []).entries()) {
        const line = parsed?.lineOf([index]) ?? 1;
        if (found.has(entry.id)) report({ file, line, message: `the id "${entry.id}" is used twice` });
        found.set(entry.id, { entry, file, line });
      }
    }
    return found;
  };

  const course = await read('course.yaml', courseSchema);
  const passages = await readEntries(['passages.yaml'], passagesSchema);
  const sources = await readEntries(await yamlIn('sources'), sourcesSchema);
  const glossary = await readEntries(await yamlIn('glossary'), glossarySchema);
  const entries = new Map<string, GlossaryEntry>();
  for (const [id, { entry, file, line }] of glossary) {
    const { see, ...words } = entry;
    for (const other of see) {
      if (!glossary.has(other)) report({ file, line, message: `${id}: see "${other}" does not exist` });
    }
    entries.set(id, { ...words, zh: words.zh ?? null, pinyin: words.pinyin ?? null });
  }
  for (const { entry, file, line } of passages.values()) {
    if (!sources.has(entry.source))
      report({ file, line, message: `${entry.id}: there is no source "${entry.source}"` });
  }

  const library: CourseLibrary = {
    sources: new Map([...sources].map(([id, { entry }]) => [id, entry])),
    glossary: entries,
    passages: new Map(
      [...passages].map(([id, { entry: p }]) => [
        id,
        { ...p, verb: p.verb ?? null, zh: p.zh ?? null, pinyin: p.pinyin ?? null },
      ]),
    ),
    render: await markdownRenderer(),
  };
  const modules: ModuleOutline[] = [];
  const lessons: CompiledCourse['lessons'] = [];
  const seen = new Set<string>();
  const seenModules = new Set<string>();
  for (const name of (await list('modules')).sort(byNumber)) {
    const file = `modules/${name}/module.yaml`;
    const parsed = await read(file, moduleSchema);
    const head = parsed?.value;
    if (head && seenModules.has(head.id)) {
      report({ file, line: parsed.lineOf(['id']), message: `the module id "${head.id}" is used twice` });
    }
    if (head) seenModules.add(head.id);
    const outline: ModuleOutline = {
      id: head?.id ?? name,
      title: head?.title ?? '',
      summary: head?.summary ?? '',
      lessons: [],
    };
    const files = (await list(`modules/${name}`)).filter((entry) => entry.endsWith('.md')).sort(byNumber);
    if (files.length === 0)
      report({ file: `modules/${name}`, line: 1, message: 'the module has no lessons' });
    for (const lessonFile of files) {
      const path = `modules/${name}/${lessonFile}`;
      const compiled = compileLesson(path, await readFile(join(folder, path), 'utf8'), library, report);
      if (!compiled) continue;
      const { lesson, keys, idLine } = compiled;
      if (seen.has(lesson.id))
        report({ file: path, line: idLine, message: `the lesson id "${lesson.id}" is used twice` });
      seen.add(lesson.id);
      lessons.push({ content: lesson, keys });
      outline.lessons.push({
        id: lesson.id,
        title: lesson.title,
        summary: lesson.summary,
        minutes: lesson.minutes,
        blocks: lesson.blocks.map(({ id, label, completesBy }) => ({ id, label, completesBy })),
      });
    }
    modules.push(outline);
  }
  if (modules.length === 0) report({ file: 'modules', line: 1, message: 'the course has no modules' });
  if (problems.length > 0 || !course) return { course: null, problems };

  const { slug, zone, ...words } = course.value;
  const manifest: EditionManifest = { ...words, modules };
  const contentHash = createHash('sha256').update(canonicalJson({ manifest, lessons })).digest('hex');
  return { course: { slug, zone, manifest, lessons, contentHash }, problems: [] };
}
