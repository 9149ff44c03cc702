import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import * as z from 'zod';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { rubricSchema } from '@/kinds/rubric';
import type { Criterion } from '@/rules/work/work';

/** A rubric in a key. */
export const rubric = rubricSchema(z.string());

/**
 * Reads the table of a rubric: criterion, points and what work on this level is like. A row without a criterion is
 * another level of the one above it. Reports what is amiss.
 */
export function readRubric(
  node: DirectiveNode,
  context: CompileContext,
): { table: RootContent; rubric: Criterion[] } | null {
  const table = (node.children as RootContent[]).find((child) => child.type === 'table');
  if (table?.type !== 'table') {
    context.problem(
      node,
      'kind="written" needs its rubric as a table: criterion, points, what it is like then',
    );
    return null;
  }
  const criteria: Criterion[] = [];
  let whole = true;
  const amiss = (at: RootContent | (typeof table.children)[number], message: string) => {
    whole = false;
    context.problem(at, message);
  };
  for (const row of table.children.slice(1)) {
    const [title = '', points = '', says = ''] = row.children.map((cell) => textOf(cell).trim());
    if (title !== '') criteria.push({ id: `c${criteria.length + 1}`, title, levels: [] });
    const last = criteria.at(-1);
    if (row.children.length > 3) amiss(row, 'a row of a rubric has three cells: criterion, points, words');
    else if (!last) amiss(row, 'the first row of a rubric names its criterion');
    else if (!/^\d{1,4}$/.test(points))
      amiss(row, `"${points}" is no number of points, from 0 to 1000 and whole`);
    else if (says === '') amiss(row, 'a level says what work on it is like');
    else last.levels.push({ points: Number(points), says });
  }
  const titles = criteria.map(({ title }) => title.toLowerCase());
  if (new Set(titles).size < titles.length)
    amiss(table, 'two criteria read the same: leave the cell empty for another level');
  const read = rubric.safeParse(criteria);
  if (!read.success && whole)
    for (const { path, message } of read.error.issues) {
      const of = criteria[Number(path[0])]?.title;
      amiss(table, of === undefined ? message : `of “${of}”: ${message}`);
    }
  return whole ? { table, rubric: criteria } : null;
}
