import { normaliseEmail } from '../accounts/accounts';
import { exactPercent, readPercent } from './percent';

/** What a column of a list of grades is: who somebody is, an item, or nothing that is read. */
export type GradeColumn =
  | ({ head: string } & ({ is: 'enrollment' | 'email' | 'externalId' } | { is: 'item'; id: string }))
  | null;

type Item = { id: string; title: string };

/** Heads by which the columns of an export are known, and those of lists that people make. */
const people: Record<string, 'enrollment' | 'email' | 'externalId'> = {
  enrollment: 'enrollment',
  enrollmentid: 'enrollment',
  email: 'email',
  emailaddress: 'email',
  邮箱: 'email',
  externalid: 'externalId',
  studentid: 'externalId',
  学号: 'externalId',
};
/** Columns of an export that say what follows from the others. */
const passedOver = new Set(['name', 'cohort', 'sofar', 'passed']);

const plain = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The head of an item in a list: its title, with its id, by which it is known whatever it is called. */
export const itemHead = ({ id, title }: Item): string => `${title} [${id}]`;

/** What the columns of a list are, and the heads that name nothing that is known. */
export function gradeColumns(
  heads: readonly string[],
  items: readonly Item[],
): { columns: GradeColumn[]; unknown: string[]; twice: string[] } {
  const unknown: string[] = [];
  const twice: string[] = [];
  const used = new Set<string>();
  const columns = heads.map((head): GradeColumn => {
    const named = /\[(~?[a-z0-9-]+)\]\s*$/.exec(head)?.[1];
    const titled = items.filter(({ title }) => plain(title) === plain(head));
    const item = items.find(({ id }) => id === named) ?? (titled.length === 1 ? titled[0] : undefined);
    const person = people[plain(head)];
    const is = item ? { is: 'item' as const, id: item.id } : person ? { is: person } : null;
    if (is === null) {
      if (head.trim() !== '' && !passedOver.has(plain(head))) unknown.push(head.trim());
      return null;
    }
    const sign = is.is === 'item' ? `item ${is.id}` : is.is;
    if (used.has(sign)) twice.push(head.trim());
    used.add(sign);
    return { head, ...is };
  });
  return { columns, unknown, twice };
}

/** What is wrong with the columns of a list as a whole; null when it can be read. */
export function gradeColumnsProblem({
  columns,
  twice,
}: Pick<ReturnType<typeof gradeColumns>, 'columns' | 'twice'>): string | null {
  if (twice.length > 0) return `Two columns are “${twice[0]}”. Keep one of them.`;
  if (!columns.some((column) => column && column.is !== 'item'))
    return 'The first line names the columns, and one of them has to say who somebody is: “Enrollment”, “E-mail” or “External id”.';
  return columns.some((column) => column?.is === 'item')
    ? null
    : 'No column is an item of this course. Take the heads from the export.';
}

export type ListedLearner = { id: string; name: string; email: string; externalId: string | null };
type Known = {
  columns: readonly GradeColumn[];
  /** By `enrollment <id>`, `email <address>` or `externalId <id>`. */
  learners: ReadonlyMap<string, ListedLearner>;
  /** What counts now, by learner and item. */
  shareOf: (enrollmentId: string, itemId: string) => number | null;
};

/** A grade that is set, and what counted before. */
type PlannedGrade = { itemId: string; before: number | null; share: number };
export type PlannedRow = {
  line: number;
  learner: ListedLearner | null;
  outcome: 'will-set' | 'already' | 'rejected';
  sets: PlannedGrade[];
  /** What is wrong: in which column, and why. */
  problems: Problem[];
};

/** How learners are looked up. */
export const learnerKeys = ({ id, email, externalId }: ListedLearner, contacts: boolean): string[] => [
  `enrollment ${id}`,
  ...(contacts ? [`email ${email}`, ...(externalId === null ? [] : [`externalId ${externalId}`])] : []),
];

type Problem = { column: string; why: string };
type Who = { learner: ListedLearner; problem?: undefined } | { learner?: undefined; problem: Problem };

/** Who a row is of: the first of its columns that says so, and no other may say somebody else. */
function learnerOf(cells: readonly string[], { columns, learners }: Known): Who {
  let found: ListedLearner | null = null;
  for (const [index, column] of columns.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (!column || column.is === 'item' || cell === '') continue;
    const value = column.is === 'email' ? (normaliseEmail(cell) ?? cell) : cell;
    const learner = learners.get(`${column.is} ${value}`);
    const { head } = column;
    if (!learner) return { problem: { column: head, why: 'Nobody who learns in this course has this.' } };
    if (found && found.id !== learner.id)
      return {
        problem: { column: head, why: `This is ${learner.name}, and another column says ${found.name}.` },
      };
    found = learner;
  }
  return found ? { learner: found } : { problem: { column: '', why: 'The row does not say who it is of.' } };
}

/**
 * What each row of a list would do. A row with anything wrong does nothing at all; an empty cell leaves a grade
 * as it is, and so does one that says what counts already.
 */
export function planGrades(
  records: readonly { line: number; cells: readonly string[] }[],
  known: Known,
): PlannedRow[] {
  const lines = new Map<string, number>();
  return records.map(({ line, cells }): PlannedRow => {
    const who = learnerOf(cells, known);
    const rejected = (problems: Problem[]): PlannedRow => ({
      line,
      learner: who.learner ?? null,
      outcome: 'rejected',
      sets: [],
      problems,
    });
    if (!who.learner) return rejected([who.problem]);
    const { learner } = who;
    const before = lines.get(learner.id);
    if (before !== undefined)
      return rejected([{ column: '', why: `The same person stands in line ${before} already.` }]);
    lines.set(learner.id, line);
    const sets: PlannedGrade[] = [];
    const problems: PlannedRow['problems'] = [];
    for (const [index, column] of known.columns.entries()) {
      const cell = (cells[index] ?? '').trim();
      if (column?.is !== 'item' || cell === '') continue;
      const share = readPercent(cell);
      if (share === null)
        problems.push({
          column: column.head,
          why: `“${cell.slice(0, 40)}” is no percent from 0 to 100 with at most four decimals.`,
        });
      else {
        const before = known.shareOf(learner.id, column.id);
        if (before !== share) sets.push({ itemId: column.id, before, share });
      }
    }
    if (problems.length > 0) return rejected(problems);
    return { line, learner, outcome: sets.length > 0 ? 'will-set' : 'already', sets, problems: [] };
  });
}

/** A grade in words, from and to. */
export const changeWords = (before: number | null, after: number): string =>
  `${before === null ? 'none' : exactPercent(before)} → ${exactPercent(after)}`;
