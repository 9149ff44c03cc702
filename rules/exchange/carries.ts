import type { ExchangedKind } from './question';

/** The formats that questions are exchanged in. */
export const formats = {
  gift: { name: 'GIFT', ending: '.gift.txt', type: 'text/plain' },
  moodle: { name: 'Moodle XML', ending: '.xml', type: 'application/xml' },
  qti: { name: 'QTI 3', ending: '.qti.zip', type: 'application/zip' },
} as const;
export type Format = keyof typeof formats;

/** What a format has no place for, beside whole kinds. */
type Lost =
  | 'near'
  | 'partial'
  | 'units'
  | 'heads'
  | 'row-feedback'
  | 'whole-feedback'
  | 'passage'
  | 'objective'
  | 'difficulty'
  | 'hints'
  | 'hint-costs';

const lostWords: Record<Lost, string> = {
  near: 'that one mistake of typing is let pass',
  partial: 'marks for an order that is partly right',
  units: 'the units, and wrong numbers that are foreseen in another unit',
  heads: 'what the columns are called',
  'row-feedback': 'what is said when a single row is wrong',
  'whole-feedback': 'what is said of the whole answer',
  passage: 'the passage that it tests',
  objective: 'the objective that it tests',
  difficulty: 'the difficulty',
  hints: 'its hints',
  'hint-costs': 'what its hints cost',
};

/** Which kinds each format carries, and what of each is lost. */
export const carries: Record<Format, Partial<Record<ExchangedKind, readonly Lost[]>>> = {
  gift: {
    single: [],
    multiple: [],
    'short-text': ['near'],
    numeric: ['units'],
    matching: ['heads', 'row-feedback', 'whole-feedback'],
    categorise: ['heads', 'row-feedback', 'whole-feedback'],
  },
  moodle: {
    single: [],
    multiple: [],
    'short-text': ['near'],
    numeric: ['units'],
    matching: ['heads', 'row-feedback'],
    categorise: ['heads', 'row-feedback'],
    ordering: [],
  },
  qti: {
    single: [],
    multiple: [],
    'true-false': [],
    'short-text': ['near'],
    numeric: ['units'],
    matching: ['heads'],
    categorise: ['heads'],
    ordering: ['partial'],
    timeline: ['partial'],
    cloze: ['near'],
  },
};

/** Of no kind. */
const neverCarried: Record<Format, readonly Lost[]> = {
  gift: ['passage', 'objective', 'difficulty'],
  moodle: ['passage', 'objective', 'difficulty'],
  qti: ['passage', 'objective'],
};

/** Moodle gives hints, too, and takes for wrong tries instead. */
const hintsLost = (format: Format): Lost => (format === 'moodle' ? 'hint-costs' : 'hints');

/** Whether a kind can be carried at all. */
export const isCarried = (format: Format, kind: string): kind is ExchangedKind =>
  Object.hasOwn(carries[format], kind);

/** What of a question is lost, in words: of what it has, what its format has no place for. */
export function lostIn(format: Format, kind: ExchangedKind, has: readonly string[]): string[] {
  const lost = [...(carries[format][kind] ?? []), ...neverCarried[format], hintsLost(format)];
  return lost.filter((one) => has.includes(one)).map((one) => `Not carried: ${lostWords[one]}.`);
}

/** Why a question of a kind cannot be carried. */
export const notCarried = (format: Format, kind: string): string =>
  format === 'qti' && kind === 'hotspot'
    ? 'Not carried in QTI 3: a question on a picture, because pictures are not.'
    : `${formats[format].name} has no question of the kind “${kind}”.`;

export const isFormat = (word: unknown): word is Format =>
  typeof word === 'string' && Object.hasOwn(formats, word);
