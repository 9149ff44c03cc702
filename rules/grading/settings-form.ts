import {
  columnReleases,
  type GradebookCategory,
  type GradebookColumn,
  type GradebookItem,
  type GradebookSettings,
  isColumn,
} from './settings';

/** How many rows of a form are there for what is new. */
export const newRows = ['new1', 'new2'] as const;
const isNew = (id: string): boolean => (newRows as readonly string[]).includes(id);

const limits = { weight: 1_000, drop: 50, points: 10_000, pass: 100, categories: 20, columns: 50, title: 80 };

type Fields = Readonly<Record<string, string | undefined>>;
type Problems = Record<string, string>;

/** A whole number from 0 to a limit; null where it is none. */
const wholeNumber = (raw: string, most: number): number | null => {
  const text = raw.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : null;
};

const titleOf = (raw: string): string =>
  raw
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .toWellFormed()
    .trim();

type Reading = {
  fields: Fields;
  /** What the form was made from. */
  before: GradebookSettings;
  items: readonly GradebookItem[];
  /** The columns that have grades: they are not taken away. */
  used: ReadonlySet<string>;
  /** A new id of a category, and of a column. */
  fresh: () => string;
  freshColumn: () => string;
};

/** Reads numbers and titles of a form, and notes what is wrong with them. */
function reader(fields: Fields, problems: Problems) {
  return {
    title(name: string): string {
      const title = titleOf(fields[name] ?? '');
      if ([...title].length > limits.title) problems[name] = `At most ${limits.title} characters.`;
      return title;
    },
    number(name: string, most: number, usual: number): number {
      const raw = fields[name] ?? '';
      const value = raw.trim() === '' ? usual : wholeNumber(raw, most);
      if (value === null) problems[name] = `Enter a whole number from 0 to ${most.toLocaleString('en')}.`;
      return value ?? usual;
    },
  };
}

function readCategories({ fields, before, fresh }: Reading, problems: Problems): GradebookCategory[] {
  const read = reader(fields, problems);
  const titles = new Set<string>();
  const rows = [...before.categories.map(({ id }) => id), ...newRows];
  const categories = rows.flatMap((id): GradebookCategory[] => {
    const name = `category-${id}`;
    const title = read.title(`${name}-title`);
    if (title === '') return [];
    if (titles.has(title)) problems[`${name}-title`] = `Two categories are called “${title}”.`;
    titles.add(title);
    const weight = read.number(`${name}-weight`, limits.weight, 0);
    const dropLowest = read.number(`${name}-drop`, limits.drop, 0);
    return [{ id: isNew(id) ? fresh() : id, title, weight, dropLowest }];
  });
  const first = `category-${rows[0]}-title`;
  if (categories.length === 0) problems[first] = 'Keep at least one category.';
  else if (categories.every(({ weight }) => weight === 0))
    problems[`category-${categories[0]?.id}-weight`] ??= 'At least one category has to weigh something.';
  if (categories.length > limits.categories) problems[first] = `At most ${limits.categories} categories.`;
  return categories;
}

function readColumns({ fields, before, used, freshColumn }: Reading, problems: Problems): GradebookColumn[] {
  const read = reader(fields, problems);
  const rows = [...before.columns.map(({ id }) => id), ...newRows];
  const columns = rows.flatMap((id): GradebookColumn[] => {
    const name = `column-${id}`;
    const title = read.title(`${name}-title`);
    if (title === '' && used.has(id))
      problems[`${name}-title`] =
        'It has grades and stays: give it a title. In no category it counts nothing.';
    if (title === '') return [];
    const release = columnReleases.find((one) => one === fields[`${name}-release`]) ?? 'at-once';
    return [{ id: isNew(id) ? freshColumn() : id, title, release }];
  });
  if (columns.length > limits.columns)
    problems[`column-${newRows[0]}-title`] = `At most ${limits.columns} columns.`;
  return columns;
}

/**
 * What a form makes of the settings of a gradebook, or what is wrong by field. A category or column without a
 * title is taken away. Where the lowest are dropped, all items are worth the same: otherwise a better grade
 * could make a lower total.
 */
export function readGradebookForm(
  reading: Reading,
): { settings: GradebookSettings; problems: null } | { settings: null; problems: Problems } {
  const problems: Problems = {};
  const { fields, items } = reading;
  const read = reader(fields, problems);
  const pass = read.number('pass', limits.pass, reading.before.pass);
  const categories = readCategories(reading, problems);
  const columns = readColumns(reading, problems);
  const known = new Set(['', ...categories.map(({ id }) => id)]);
  const staying = new Set(columns.map(({ id }) => id));
  const entries = items
    .filter(({ id }) => !isColumn(id) || staying.has(id))
    .map((item) => {
      const name = `item-${item.id}`;
      const category = fields[`${name}-category`] ?? item.category;
      if (!known.has(category)) problems[`${name}-category`] = 'Choose a category that stays.';
      const points = read.number(`${name}-points`, limits.points, item.points);
      return [item.id, { category, points, required: fields[`${name}-required`] === 'on' }] as const;
    });
  for (const { id, dropLowest } of categories) {
    const worth = new Set(
      entries.flatMap(([, { category, points }]) => (category === id && points > 0 ? [points] : [])),
    );
    if (dropLowest > 0 && worth.size > 1)
      problems[`category-${id}-drop`] =
        'Where the lowest are dropped, give all items the same points: otherwise a better grade could make a lower total.';
  }
  if (Object.keys(problems).length > 0) return { settings: null, problems };
  return { settings: { pass, categories, columns, items: Object.fromEntries(entries) }, problems: null };
}
