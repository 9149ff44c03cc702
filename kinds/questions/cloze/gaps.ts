import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import * as z from 'zod';
import type { CompileContext } from '@/kinds/blocks/kind';
import { normalText } from '@/rules/assessment/text-answers';
import type { Gap } from '@/rules/learning/answer-forms';
import { renderInline } from '../feedback';

/** What a gap is marked with: the forms that are accepted, or the option that is right. */
export const gapKey = z.union([
  z.object({ accepted: z.array(z.string()) }),
  z.object({ right: z.string(), options: z.array(z.string()) }),
]);
export type GapKey = z.infer<typeof gapKey>;

export const isGap = (node: { type: string }): node is TextDirective =>
  node.type === 'textDirective' && 'name' in node && node.name === 'gap';

function problemIn(forms: string[], marked: number): string | null {
  const options = forms.map((form) => form.replace(/^=\s*/, ''));
  if (options.some((option) => normalText(option) === '')) return 'there is nothing in a form of this gap';
  if (marked === 0) return null;
  if (marked > 1) return 'a gap to choose in has one = alone, before the option that is right';
  if (options.length < 2 || options.length > 10) return 'a gap to choose in has two to ten options';
  return new Set(options).size < options.length ? 'two options of a gap read the same' : null;
}

/** Reads `hash|digest`, typed, or `=SM3|SM2|SM4`, chosen. Reports what is amiss, and reads it all the same. */
export function readGap(node: TextDirective, context: CompileContext): GapKey {
  const forms = textOf(node)
    .split('|')
    .map((form) => form.replace(/\s+/g, ' ').trim());
  const marked = forms.filter((form) => form.startsWith('='));
  const problem = problemIn(forms, marked.length);
  if (problem) context.problem(node, problem);
  const options = forms.map((form) => form.replace(/^=\s*/, ''));
  const [right] = marked;
  return right === undefined
    ? { accepted: forms }
    : { right: right.replace(/^=\s*/, ''), options: options.sort() };
}

/** How wide a text is in letters: a Chinese character takes the room of two. */
const widthOf = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** The gaps as learners see them. All fields are as wide as the longest form needs, and so tell nothing. */
export function shownGaps(gaps: readonly GapKey[]): Gap[] {
  const widest = Math.max(...gaps.flatMap((gap) => ('accepted' in gap ? gap.accepted.map(widthOf) : [])));
  const letters = Math.min(40, Math.max(10, Math.ceil(widest / 5) * 5));
  return gaps.map(
    (gap): Gap => ('accepted' in gap ? { kind: 'typed', letters } : { kind: 'chosen', options: gap.options }),
  );
}

/** What stands before, between and after the gaps, as html; where a paragraph begins, a line is left empty. */
export function partsOf(paragraphs: readonly Paragraph[], context: CompileContext): string[] {
  const parts: PhrasingContent[][] = [[]];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) parts.at(-1)?.push({ type: 'break' }, { type: 'break' });
    for (const child of paragraph.children) {
      if (isGap(child)) parts.push([]);
      else parts.at(-1)?.push(child);
    }
  }
  return parts.map((children) => renderInline([{ type: 'paragraph', children } as RootContent], context));
}
