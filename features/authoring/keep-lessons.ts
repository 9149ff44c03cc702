import { createHash } from 'node:crypto';
import type { Db } from '@/db/client';
import {
  compiledLessonsOf,
  recordCompiledLessons,
  touchCompiledLessons,
} from '@/db/queries/compiled-lessons';
import { type CourseFiles, lessonPath } from '@/rules/authoring/course-files';
import { keptLesson, type LessonResult, lessonKey, libraryHash, takeLesson } from './compile/lesson-cache';
import { compilerHash } from './source-hash';

type Place = { key: string; hash: string; text: string };

/** The lessons of a course, each with its key in this process and its hash in the database. */
async function placesOf(files: CourseFiles): Promise<Place[]> {
  const compiler = await compilerHash();
  const shared = libraryHash(files);
  const lessons = [...files.texts].filter(([path]) => lessonPath.test(path));
  const places = lessons.map(([, text]): [string, Place] => {
    const key = lessonKey(shared, text);
    const hash = createHash('sha256').update(compiler).update(key).digest('hex');
    return [key, { key, hash, text }];
  });
  return [...new Map(places).values()];
}

/**
 * Does something that compiles the lessons of a course, with those at hand that were compiled before the
 * server was started; what is compiled in it is kept for the next start. Compiling 300 lessons takes some
 * 15 s of processor time, reading them one.
 */
export async function withKeptLessons<Value>(
  db: Db,
  files: CourseFiles,
  compile: () => Promise<Value>,
): Promise<Value> {
  const missing = (await placesOf(files)).filter(({ key }) => !keptLesson(key));
  if (missing.length === 0) return compile();
  const found = await compiledLessonsOf(
    db,
    missing.map(({ hash }) => hash),
  );
  for (const { key, hash, text } of missing) {
    const compiled = found.get(hash);
    if (compiled) takeLesson(key, text, JSON.parse(compiled) as LessonResult);
  }
  await touchCompiledLessons(db, [...found.keys()]);
  const value = await compile();
  const fresh = missing.flatMap(({ key, hash }) => {
    const result = found.has(hash) ? undefined : keptLesson(key);
    return result ? [{ hash, compiled: JSON.stringify(result) }] : [];
  });
  await recordCompiledLessons(db, fresh);
  return value;
}
