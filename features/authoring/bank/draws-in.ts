import { parseDocument } from 'yaml';
import type { Db } from '@/db/client';
import { moduleFileHeads } from '@/db/queries/outline';
import { tagsIn } from '@/rules/assessment/bank';
import { lessonPath } from '@/rules/authoring/course-files';
import { readHead, yamlOf } from '../outline/head';

/** A line of a quiz that draws from a set. */
export type DrawnBy = { set: string; fileId: string; title: string; tags: string[]; count: number };

const asMap = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

/** What the front matter of a quiz draws from sets, as far as it can be read. */
function linesIn(path: string, head: string): Pick<DrawnBy, 'set' | 'tags' | 'count'>[] {
  const yaml = yamlOf(path, head);
  if (!yaml.includes('draw')) return [];
  const document = parseDocument(yaml, { prettyErrors: false });
  let fields: unknown;
  try {
    fields = document.toJS();
  } catch {
    return [];
  }
  const { draw } = asMap(asMap(fields).quiz);
  return (Array.isArray(draw) ? draw : []).flatMap((line) => {
    const { from, tags, count } = asMap(line);
    if (typeof from !== 'string') return [];
    const written = Array.isArray(tags) ? tags.join(',') : String(tags ?? '');
    return [{ set: from, tags: tagsIn(written), count: typeof count === 'number' ? count : 0 }];
  });
}

/** Which quizzes of a draft draw from which sets, whatever mistakes stand elsewhere in them. */
export async function drawsIn(db: Db, courseId: string): Promise<DrawnBy[]> {
  const files = (await moduleFileHeads(db, courseId)).filter(({ deleted }) => !deleted);
  return files
    .filter(({ path }) => lessonPath.test(path))
    .flatMap(({ id: fileId, path, head }) =>
      linesIn(path, head).map((line) => ({ ...line, fileId, title: readHead(path, head).title ?? path })),
    );
}
