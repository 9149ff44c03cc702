import type { AnswerKeys, CompiledBlock, CompiledLesson } from './edition';
import { type QuestionChange, questionChange } from './edition-diff-questions';
import { plainText } from './edition-diff-text';
import { outOfOrder, sameData, type WordChange } from './edition-diff-words';

export type BlockChange = {
  id: string;
  kind: string;
  label: string;
  change: 'added' | 'removed' | 'changed' | 'moved';
  moved: boolean;
  /** Its text, where that changed; a block added or removed has all of it on one side. */
  text: WordChange | null;
  /** What is not text changed: formatting, a link, a picture. */
  look: boolean;
  /** What completes it changed. */
  completes: { before: string; after: string } | null;
  question: QuestionChange | null;
};

export type Lesson = { content: CompiledLesson; keys: AnswerKeys };

const nothing: CompiledBlock = {
  id: '',
  kind: '',
  completesBy: 'viewed',
  label: '',
  html: '',
  question: null,
};

/** The text of a block; without its heading where that is its label, and the same before and after. */
function textOf({ html, label }: CompiledBlock, heading: string | null): string {
  const text = plainText(html);
  return label === heading && text.startsWith(`${label}\n`) ? text.slice(label.length + 1) : text;
}

function blockChange(
  before: CompiledBlock | undefined,
  after: CompiledBlock | undefined,
  keys: { before: AnswerKeys; after: AnswerKeys },
  moved: boolean,
): BlockChange | null {
  const [was, is] = [before ?? nothing, after ?? nothing];
  const same = sameData([was, keys.before[was.id]], [is, keys.after[is.id]]);
  if (same && !moved) return null;
  const { id, kind, label } = after ?? was;
  const heading = !before || !after || was.label === is.label ? label : null;
  const text = { what: 'Text', before: textOf(was, heading), after: textOf(is, heading) };
  const sameText = text.before === text.after;
  const question = questionChange({ block: was, key: keys.before[id] }, { block: is, key: keys.after[id] });
  const found = { id, kind, label, moved, text: sameText ? null : text, question };
  if (!before || !after) {
    return { ...found, change: before ? 'removed' : 'added', look: false, completes: null };
  }
  const completes =
    was.completesBy === is.completesBy ? null : { before: was.completesBy, after: is.completesBy };
  // Whatever differs and is told by nothing else is a change of its look.
  const look = !same && sameText && !question && !completes;
  return { ...found, change: same ? 'moved' : 'changed', look, completes };
}

/** The blocks of a lesson that are different, in the order of the newer, then those that were removed. */
export function blockChanges(before: Lesson | undefined, after: Lesson | undefined): BlockChange[] {
  const was = new Map((before?.content.blocks ?? []).map((block) => [block.id, block]));
  const is = new Map((after?.content.blocks ?? []).map((block) => [block.id, block]));
  const moved = outOfOrder([...was.keys()], [...is.keys()]);
  const keys = { before: before?.keys ?? {}, after: after?.keys ?? {} };
  const gone = [...was.keys()].filter((id) => !is.has(id));
  return [...is.keys(), ...gone].flatMap(
    (id) => blockChange(was.get(id), is.get(id), keys, moved.has(id)) ?? [],
  );
}
