import { createHash } from 'node:crypto';
import type { CourseFiles } from '@/rules/authoring/course-files';

/** SHA-256, hex, over the files of a draft: what was looked at is what gives way, or nothing does. */
export function fingerprintOf({ texts, assets }: CourseFiles): string {
  const hash = createHash('sha256');
  const entries = [...texts, ...[...assets].map(([path, { hash }]) => [path, hash] as const)];
  for (const [path, content] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(JSON.stringify([path, content]));
  }
  return hash.digest('hex');
}
