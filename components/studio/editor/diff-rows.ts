import { diffArrays, diffWordsWithSpace } from 'diff';

type Part = { text: string; changed: boolean };
/** A row of a comparison; `skipped` stands for lines that are the same. */
export type DiffRow =
  | { kind: 'same' | 'added' | 'removed'; parts: Part[] }
  | { kind: 'skipped'; count: number };

/** Lines around a change that are shown with it. */
const around = 2;
const patience = 1_000;

const plain = (kind: 'same' | 'added' | 'removed', text: string): DiffRow => ({
  kind,
  parts: [{ text, changed: false }],
});

/** One line that became another: both, with the words that differ marked. */
function changedLine(before: string, after: string): [DiffRow, DiffRow] {
  const words = diffWordsWithSpace(before, after, { timeout: patience / 4 }) ?? [];
  const side = (kind: 'added' | 'removed', whole: string): DiffRow => {
    const parts = words
      .filter((word) => word[kind] || !(word.added || word.removed))
      .map((word) => ({ text: word.value, changed: Boolean(word[kind]) }));
    return { kind, parts: parts.length > 0 ? parts : [{ text: whole, changed: true }] };
  };
  return [side('removed', before), side('added', after)];
}

/** Leaves out what is the same far from any change. */
function shortened(lines: string[], first: boolean, last: boolean): DiffRow[] {
  const head = first ? 0 : around;
  const tail = last ? 0 : around;
  const between = lines.length - head - tail;
  if (between <= 1) return lines.map((line) => plain('same', line));
  return [
    ...lines.slice(0, head).map((line) => plain('same', line)),
    { kind: 'skipped', count: between },
    ...lines.slice(lines.length - tail).map((line) => plain('same', line)),
  ];
}

/** What changes from one text to another, to be read; null when the two are too different to compare. */
export function diffRows(before: string, after: string): DiffRow[] | null {
  const parts = diffArrays(before.split('\n'), after.split('\n'), { timeout: patience });
  if (!parts) return null;
  const rows: DiffRow[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    if (!part.added && !part.removed) {
      rows.push(...shortened(part.value, index === 0, index === parts.length - 1));
      continue;
    }
    const next = parts[index + 1];
    const pair = next && (next.added || next.removed) ? next : undefined;
    if (pair) index += 1;
    const gone = part.removed ? part.value : (pair?.value ?? []);
    const come = part.added ? part.value : (pair?.value ?? []);
    const both = Math.min(gone.length, come.length);
    for (let line = 0; line < both; line += 1) rows.push(...changedLine(gone[line] ?? '', come[line] ?? ''));
    rows.push(...gone.slice(both).map((line) => plain('removed', line)));
    rows.push(...come.slice(both).map((line) => plain('added', line)));
  }
  return rows;
}
