import { createHash } from 'node:crypto';
import type { Db } from '@/db/client';
import type { CourseFiles } from '@/rules/authoring/course-files';
import { withKeptLessons } from '../keep-lessons';
import { compileDraft, type DraftCourse } from './compile-draft';

/** Drafts that are being looked at: turning a page does not compile them again. */
const most = 6;
const compiled = new Map<string, Promise<DraftCourse>>();

/** Of everything that a lesson is made of: the texts, and the pictures under their paths. */
function hashOf(courseId: string, { texts, assets }: CourseFiles): string {
  const hash = createHash('sha256').update(courseId);
  const part = (text: string) => {
    hash.update(`${Buffer.byteLength(text)}:`).update(text);
  };
  for (const entry of texts) entry.forEach(part);
  for (const [path, asset] of assets) [path, asset.hash].forEach(part);
  return hash.digest('hex');
}

/** A draft as compiled before, if nothing in it changed; else compiled now. The least looked at leaves first. */
export function draftCourse(db: Db, courseId: string, files: CourseFiles): Promise<DraftCourse> {
  const key = hashOf(courseId, files);
  const course = compiled.get(key) ?? withKeptLessons(db, files, () => compileDraft(files));
  compiled.delete(key);
  compiled.set(key, course);
  course.catch(() => compiled.delete(key));
  for (const oldest of compiled.keys()) {
    if (compiled.size <= most) break;
    compiled.delete(oldest);
  }
  return course;
}
