import type { Figure } from './svg';
import { box, figure, lines, rule, text } from './svg';

const name = 'standard-ladder';
const STEP = 78;
const BOX = 58;

/** The stages from the last to the first, as they stand on the ladder. */
const rungs = [
  {
    code: '60',
    stage: 'Publication',
    does: 'The text appears, with number and year',
    mark: 'This is a standard',
  },
  { code: '50', stage: 'Approval', does: 'The final draft is voted on, yes or no' },
  { code: '40', stage: 'Enquiry', does: 'All member bodies vote: two thirds, a quarter' },
  { code: '30', stage: 'Committee', does: 'The committee comments on its draft' },
  { code: '20', stage: 'Preparation', does: 'A working group writes drafts' },
  {
    code: '10',
    stage: 'Proposal',
    does: 'The committee votes: may work begin?',
    mark: 'This is a project, 立项',
  },
];

const drawRung = (rung: (typeof rungs)[number], i: number): string => {
  const y = 10 + i * STEP;
  const marked = rung.mark !== undefined;
  const tone = i === 0 ? 'good' : 'accent';
  return (
    box(16, y, 408, BOX, [], marked ? { fill: `${tone}-soft`, stroke: tone, width: 1.5 } : {}) +
    text(34, y + 36, rung.code, { font: 'mono', size: 17, bold: true }) +
    lines(78, y + 24, [[{ t: rung.stage, bold: true, size: 15.5 }], rung.does], { leading: 22 }) +
    (rung.mark ? text(408, y + 24, rung.mark, { anchor: 'end', bold: true, fill: tone, size: 13.5 }) : '') +
    (i > 0 ? rule(46, y - STEP + BOX, 46, y, { width: 2 }) : '')
  );
};

/** The six stages of an international standard, one above the other. */
export const standardLadder: Figure = figure(
  name,
  'Six stages from a proposal to a published standard',
  'A ladder of six boxes with the codes of the stages, to be read from the foot. At the foot stands 10, Proposal: ' +
    'the committee votes on whether work may begin. It is highlighted and labelled “This is a project”, with the ' +
    'Chinese word 立项. Above it stand 20, Preparation: a working group writes drafts; 30, Committee: the committee ' +
    'comments on its draft; 40, Enquiry: all member bodies vote, with the two conditions of two thirds and a quarter; ' +
    '50, Approval: the final draft is voted on with yes or no. At the top stands 60, Publication: the text appears ' +
    'with number and year. It is highlighted and labelled “This is a standard”.',
  10 + rungs.length * STEP,
  rungs.map(drawRung),
);
