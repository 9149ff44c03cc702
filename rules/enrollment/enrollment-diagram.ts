import {
  enrollmentMovers,
  enrollmentStates,
  holdsSeat,
  type TableAction,
  transitions,
} from './enrollment-states';

/** The table of moves as a page of the docs: a diagram and the rows behind it. Made, never written by hand. */
export function enrollmentDiagram(): string {
  const actions = Object.keys(transitions) as TableAction[];
  const arrows = actions.flatMap((action) => {
    const { from, to, label } = transitions[action];
    if (to === 'same') return [];
    const sources = [...new Set(enrollmentMovers.flatMap((by) => from[by] ?? []))];
    return sources.map((state) => `  ${state === 'none' ? '[*]' : state} --> ${to}: ${label}`);
  });
  const rows = actions.map((action) => {
    const { from, to, label, reason } = transitions[action];
    const by = enrollmentMovers
      .flatMap((who) => (from[who] ? [`${who}: ${from[who].join(', ')}`] : []))
      .join('; ');
    return `| ${label} | ${by} | ${to} | ${reason} |`;
  });
  return [
    '# The states of an enrollment',
    '',
    'Made from `rules/enrollment/enrollment-states.ts`; a spec compares. `[*]` is no enrollment yet.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...arrows,
    '```',
    '',
    `States that hold a seat: ${enrollmentStates.filter(holdsSeat).join(', ')}.`,
    '',
    '| what | who, from which state | leads to | reason |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'Undoing a batch restores what was before it, whatever that was; what the batch made anew becomes `removed`.',
    '',
  ].join('\n');
}
