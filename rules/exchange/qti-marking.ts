import type { ExchangedQuestion } from './question';
import { escapeXml } from './xml-read';

// How an item of QTI is marked, and what it says to which answer. All that is said is modal feedback, shown by its id
// in the outcome FEEDBACK: there is a place for it in every interaction.

/** What is said, with the id that shows it. */
export type Said = { id: string; text: string };

export const baseValue = (type: string, value: string): string =>
  `<qti-base-value base-type="${type}">${escapeXml(value)}</qti-base-value>`;
export const response = (number: number | null = null): string =>
  `<qti-variable identifier="${responseId(number)}"/>`;
/** Gaps have a response each. */
export const responseId = (number: number | null = null): string =>
  number === null ? 'RESPONSE' : `RESPONSE_${number + 1}`;

const set = (outcome: string, expression: string): string =>
  `<qti-set-outcome-value identifier="${outcome}">${expression}</qti-set-outcome-value>`;

export const score = (expression: string): string => set('SCORE', expression);
/** So many of the parts that there are; 1 exactly for all of them. */
export const shareOf = (expression: string, parts: number): string =>
  score(`<qti-divide>${expression}${baseValue('float', String(parts))}</qti-divide>`);
export const mapped = (number: number | null = null): string =>
  `<qti-map-response identifier="${responseId(number)}"/>`;

/** All of the marks where a condition holds. */
export const allIf = (condition: string): string =>
  `<qti-response-condition><qti-response-if>${condition}${score(baseValue('float', '1'))}</qti-response-if></qti-response-condition>`;
export const isCorrect = `<qti-match>${response()}<qti-correct identifier="RESPONSE"/></qti-match>`;

/** Shows what is said under an id, beside what is shown already. */
const show = (id: string): string =>
  set(
    'FEEDBACK',
    `<qti-multiple><qti-variable identifier="FEEDBACK"/>${baseValue('identifier', id)}</qti-multiple>`,
  );

/** Shows what is said of each option that was chosen: its id is that of the option. */
export const showChosen = set('FEEDBACK', `<qti-multiple>${response()}</qti-multiple>`);

/** Shows something where a condition holds. */
export const showIf = (condition: string, id: string): string =>
  `<qti-response-condition><qti-response-if>${condition}${show(id)}</qti-response-if></qti-response-condition>`;

const full = `<qti-equal tolerance-mode="exact"><qti-variable identifier="SCORE"/>${baseValue('float', '1')}</qti-equal>`;

/** Shows what is said of the whole answer, or of a wrong one that is foreseen. */
export function showWhole(
  { right, wrong }: Pick<ExchangedQuestion, 'right' | 'wrong'>,
  foreseen: { condition: string; id: string }[] = [],
  withRight: string[] = [],
): string {
  const shownRight = [...(right === '' ? [] : ['right']), ...withRight].map(show).join('');
  const others = foreseen.map(
    ({ condition, id }) => `<qti-response-else-if>${condition}${show(id)}</qti-response-else-if>`,
  );
  const shownWrong = wrong === '' ? '' : `<qti-response-else>${show('wrong')}</qti-response-else>`;
  const all = `${others.join('')}${shownWrong}`;
  if (shownRight === '' && all === '') return '';
  // A condition does something: where nothing is said of what is right, its score is set once more.
  const first = shownRight || score(baseValue('float', '1'));
  return `<qti-response-condition><qti-response-if>${full}${first}</qti-response-if>${all}</qti-response-condition>`;
}

export const saidOf = ({ right, wrong }: Pick<ExchangedQuestion, 'right' | 'wrong'>): Said[] => [
  { id: 'right', text: right },
  { id: 'wrong', text: wrong },
];
