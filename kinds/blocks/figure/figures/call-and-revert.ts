import { badge } from './marks';
import type { Figure } from './svg';
import { arrow, figure, lines, markers, rect, text } from './svg';

const name = 'call-and-revert';

/** The state of the register at one moment. */
const state = (y: number, when: string, holder: string, count: string): string =>
  rect(16, y, 408, 74, { fill: 'raised' }) +
  text(30, y + 26, when, { size: 14, bold: true }) +
  lines(170, y + 26, ['pledgedTo[c63b…]', 'pledges'], { font: 'mono', size: 13.5, leading: 26 }) +
  lines(410, y + 26, [holder, count], { size: 14, anchor: 'end', leading: 26 });

/** One call between two states, and what became of it. */
const call = (y: number, who: string, ok: boolean, rows: string[]): string =>
  arrow(name, `M50 ${y}V${y + 92}`, {
    stroke: ok ? 'good' : 'bad',
    width: 1.5,
    ...(!ok && { dash: '4 5' }),
  }) +
  badge(50, y + 40, ok ? 'tick' : 'cross', ok ? 'good' : 'bad', 12) +
  text(80, y + 26, `${who} calls pledge(c63b…)`, { size: 14, bold: true }) +
  lines(80, y + 49, rows, { size: 13.5, leading: 21, fill: ok ? 'good' : 'bad' });

/** Two calls to a register of pledges: one changes it, one leaves it as it was. */
export const callAndRevert: Figure = figure(
  name,
  'One call changes the state, the next is undone',
  'Three states of the register of pledges stand one below the other, with a call between each two. Before: the claim c63b is ' +
    'pledged to nobody, and pledges is 0. Bank A calls pledge for that claim; the condition holds, with a tick, an event ' +
    '“Pledged, Bank A” is written. After it: the claim is pledged to Bank A, and pledges is 1. Then Bank B calls pledge for ' +
    'the same claim; the condition fails, with a cross and a dashed arrow: everything is undone, no event is written, and the ' +
    'gas is used all the same. After it: the claim is pledged to Bank A, and pledges is 1, exactly as before that call.',
  452,
  [
    markers(name, ['good', 'bad']),
    state(10, 'Before', 'nobody', '0'),
    call(88, 'Bank A', true, ['The condition holds.', 'Event: Pledged, Bank A']),
    state(188, 'After', 'Bank A', '1'),
    call(266, 'Bank B', false, ['The condition fails: all is undone.', 'No event. The gas is used.']),
    state(366, 'Unchanged', 'Bank A', '1'),
  ],
);
