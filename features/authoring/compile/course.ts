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
import {
  courseSchema,
  glossarySchema,
  moduleSchema,
  passagesSchema,
  type Source,
  sourcesSchema,
} from './schemas';
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
    try {
      return parseYaml(file, await readFile(join(folder, file), 'utf8'), schema, report);
    } catch {
      report({ file, line: 1, message: 'this file is missing' });
      return null;
    }
  };
  const list = async (path: string) => (await readdir(join(folder, path)).catch(() => [])).sort();
  const readAll = async <Schema extends z.ZodType>(path: string, schema: Schema) => {
    const found = new Map<string, z.output<Schema> extends (infer Entry)[] ? Entry : never>();
    for (const name of (await list(path)).filter((entry) => entry.endsWith('.yaml'))) {
      const entries = (await read(`${path}/${name}`, schema)) as { id: string }[] | null;
      for (const entry of entries ?? []) {
        if (found.has(entry.id))
          report({ file: `${path}/${name}`, line: 1, message: `the id "${entry.id}" is used twice` });
        found.set(entry.id, entry as never);
      }
    }
    return found;
  };

  const course = await read('course.yaml', courseSchema);
  const passages = await read('passages.yaml', passagesSchema);
  const sources: ReadonlyMap<string, Source> = await readAll('sources', sourcesSchema);
  const glossary = await readAll('glossary', glossarySchema);
  const entries = new Map<string, GlossaryEntry>();
  for (const [id, { see, ...entry }] of glossary) {
    for (const other of see) {
      if (!glossary.has(other))
        report({ file: 'glossary', line: 1, message: `${id}: see "${other}" does not exist` });
    }
    entries.set(id, { ...entry, zh: entry.zh ?? null, pinyin: entry.pinyin ?? null });
  }
  for (const passage of passages ?? []) {
    if (!sources.has(passage.source)) {
      report({
        file: 'passages.yaml',
        line: 1,
        message: `${passage.id}: there is no source "${passage.source}"`,
      });
    }
  }

  const library: CourseLibrary = {
    sources,
    glossary: entries,
    passages: new Map(
      (passages ?? []).map((p) => [
        p.id,
        { ...p, verb: p.verb ?? null, zh: p.zh ?? null, pinyin: p.pinyin ?? null },
      ]),
    ),
    render: await markdownRenderer(),
  };
  const modules: ModuleOutline[] = [];
  const lessons: CompiledCourse['lessons'] = [];
  const seen = new Set<string>();
  for (const name of (await list('modules')).sort(byNumber)) {
    const head = await read(`modules/${name}/module.yaml`, moduleSchema);
    const outline: ModuleOutline = {
      id: head?.id ?? name,
      title: head?.title ?? '',
      summary: head?.summary ?? '',
      lessons: [],
    };
    const files = (await list(`modules/${name}`)).filter((file) => file.endsWith('.md')).sort(byNumber);
    if (files.length === 0)
      report({ file: `modules/${name}`, line: 1, message: 'the module has no lessons' });
    for (const file of files) {
      const path = `modules/${name}/${file}`;
      const compiled = compileLesson(path, await readFile(join(folder, path), 'utf8'), library, report);
      if (!compiled) continue;
      const { lesson, keys } = compiled;
      if (seen.has(lesson.id))
        report({ file: path, line: 1, message: `the lesson id "${lesson.id}" is used twice` });
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

  const { slug, zone, ...words } = course;
  const manifest: EditionManifest = { ...words, modules };
  const contentHash = createHash('sha256').update(canonicalJson({ manifest, lessons })).digest('hex');
  return { course: { slug, zone, manifest, lessons, contentHash }, problems: [] };
}
