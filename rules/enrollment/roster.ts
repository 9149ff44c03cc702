import type { TextEncoding } from '../files/text-encoding';

/** A list that is handed in has at most this many rows and bytes. */
export const rosterLimits = { rows: 100_000, bytes: 25_000_000, pasted: 1_000_000, cell: 1_000 } as const;

/** How many rows are planned and stored at a time. */
export const rosterChunk = 2_000;

/** How many rows a page of a dry run shows. */
export const rowsPerPage = 50;

/**
 * What committing a list does with a row. `left-out`: the list itself says that the row does not count.
 * `will-withdraw` and `kept` are people of the last list of a source who are not on this one.
 */
export const rosterOutcomes = [
  'will-enroll',
  'will-invite',
  'will-change',
  'already',
  'will-withdraw',
  'kept',
  'left-out',
  'rejected',
] as const;
export type RosterOutcome = (typeof rosterOutcomes)[number];

/** Rows that committing turns into items of a batch. */
const committed = ['will-enroll', 'will-invite', 'will-change', 'will-withdraw'] as const;

export const outcomeWords: Record<RosterOutcome, { label: string; means: string }> = {
  'will-enroll': { label: 'Will enroll', means: 'They have an account and can begin at once.' },
  'will-invite': { label: 'Will invite', means: 'They are sent a link with which they take their seat.' },
  'will-change': { label: 'Will change', means: 'They are in the course; their cohort or end changes.' },
  already: { label: 'Already so', means: 'Nothing happens to them.' },
  'will-withdraw': {
    label: 'Will withdraw',
    means: 'They were on the last list of this source and are not on this one.',
  },
  kept: {
    label: 'Kept',
    means: 'They are not on this list, but somebody decided otherwise about them since.',
  },
  'left-out': { label: 'Left out', means: 'The list itself says that these rows do not count.' },
  rejected: { label: 'Rejected', means: 'Something is wrong with these rows. Nothing happens to them.' },
};

export const isRosterOutcome = (value: unknown): value is RosterOutcome =>
  (rosterOutcomes as readonly unknown[]).includes(value);

/** What is said of a row: about one of its columns, or about all of it. */
export type RowNote = { column: string | null; text: string };

/** How many of a list need a seat: who comes in, and who moves there from another cohort. */
export type SeatNeed = { coming: number; moving: number };

/** How a list was read, and what of it was chosen. */
export type RosterReading = {
  encoding?: TextEncoding;
  delimiter?: string;
  /** A list of a school's system in the form of OneRoster. */
  oneRoster?: boolean;
  /** The classes of it that count; without it, all. */
  classes?: string[];
  /** Who needs a seat, by the id of a cohort; '' for no cohort. */
  seats?: Record<string, SeatNeed>;
  /** Whether there was an earlier list of the source to compare with. */
  compared?: boolean;
};

/** What committing does, as its button says it: "Enroll 3, invite 2". */
export function commitWords(outcomes: Readonly<Record<string, number>>): string {
  const parts = (
    [
      ['enroll', 'will-enroll'],
      ['invite', 'will-invite'],
      ['change', 'will-change'],
      ['withdraw', 'will-withdraw'],
    ] as const
  ).flatMap(([verb, outcome]) => {
    const count = outcomes[outcome] ?? 0;
    return count === 0 ? [] : [`${verb} ${count.toLocaleString('en')}`];
  });
  const words = parts.join(', ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** How many people committing does something to. */
export const committedCount = (outcomes: Readonly<Record<string, number>>): number =>
  committed.reduce((sum, outcome) => sum + (outcomes[outcome] ?? 0), 0);
