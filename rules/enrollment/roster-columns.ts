import { normaliseEmail } from '../accounts/accounts';

/** What a column of a list can be. */
export const rosterColumns = {
  email: 'E-mail address',
  name: 'Name',
  givenName: 'Given name',
  familyName: 'Family name',
  externalId: 'External id',
  cohort: 'Cohort',
  ends: 'Last day',
} as const;
export type RosterColumn = keyof typeof rosterColumns;
export type ColumnMap = readonly (RosterColumn | null)[];

export const isRosterColumn = (value: unknown): value is RosterColumn =>
  typeof value === 'string' && Object.hasOwn(rosterColumns, value);

/** Heads by which columns are known, without spaces and signs, in English and Chinese. */
const heads: Partial<Record<RosterColumn, string>> = {
  email: `email emails mail emailaddress mailaddress eaddress useremail studentemail schoolemail primaryemail
    邮箱 电子邮箱 电子邮件 邮件 邮箱地址 电子邮件地址 学生邮箱 郵箱 電子郵件 電郵`,
  name: `name fullname studentname displayname learner student studentfullname
    姓名 学生姓名 名字 全名 學生姓名`,
  givenName: 'givenname firstname given first forename preferredname 名 givennames firstnames',
  familyName: 'familyname lastname surname family last 姓 姓氏',
  externalId: `externalid id studentid studentnumber studentno sid userid personid sourcedid matriculationnumber
    registrationnumber schoolid 学号 编号 学生编号 学生号 學號 工号`,
  cohort: 'cohort group run term section 班级 班 组 期次 班級 分组 批次',
  ends: `ends end enddate endson until lastday deadline expires expiry validuntil accessuntil
    结束 结束日期 截止 截止日期 到期 結束日期 有效期至`,
};
const known = new Map(
  (Object.entries(heads) as [RosterColumn, string][]).flatMap(([column, words]) =>
    words.split(/\s+/).map((head) => [head, column] as const),
  ),
);

const plain = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*$/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The column that a head names, or null. */
export const columnOf = (head: string): RosterColumn | null => known.get(plain(head)) ?? null;

const once = (columns: (RosterColumn | null)[]): (RosterColumn | null)[] =>
  columns.map((column, index) => (columns.indexOf(column) === index ? column : null));

const addresses = (cells: readonly string[]): number =>
  cells.filter((cell) => normaliseEmail(cell) !== null).length;

/** The cells of each column. */
const columnsOf = (records: readonly (readonly string[])[], width: number): string[][] =>
  Array.from({ length: width }, (_, index) =>
    records.map((cells) => cells[index] ?? '').filter((cell) => cell.trim() !== ''),
  );

/**
 * What the columns of a list are, by its first records: by their heads, where the first record holds any,
 * and without heads by what stands in them. Of two columns that say the same the first counts.
 */
export function recogniseColumns(records: readonly (readonly string[])[]): {
  hasHeads: boolean;
  columns: (RosterColumn | null)[];
} {
  const [first = [], ...rest] = records;
  const width = Math.max(0, ...records.map((cells) => cells.length));
  const named = Array.from({ length: width }, (_, index) => columnOf(first[index] ?? ''));
  const hasHeads =
    addresses(first) === 0 && (named.some((column) => column !== null) || addresses(rest.flat()) > 0);
  const columns = once(hasHeads ? named : named.map(() => null));
  if (columns.includes('email')) return { hasHeads, columns };

  const cells = columnsOf(hasHeads ? rest : records, width);
  const email = cells.findIndex((column) => addresses(column) * 2 > column.length);
  if (email === -1) return { hasHeads, columns };
  columns[email] = 'email';
  const words = (column: string[]) =>
    column.length > 0 && column.every((cell) => /\p{L}/u.test(cell) && !/[\d@]/.test(cell));
  const name = hasHeads ? -1 : cells.findIndex((column, index) => index !== email && words(column));
  if (name !== -1) columns[name] = 'name';
  return { hasHeads, columns };
}

/** What is wrong with a choice of columns, or null. */
export function columnsProblem(columns: ColumnMap): string | null {
  const used = columns.filter((column) => column !== null);
  const twice = used.find((column, index) => used.indexOf(column) !== index);
  if (twice) return `Two columns cannot both be “${rosterColumns[twice]}”. Choose one of them.`;
  if (!used.includes('email') && !used.includes('externalId'))
    return 'Say which column holds the e-mail addresses: people are known by them.';
  return null;
}

export type RosterFields = Partial<Record<RosterColumn, string>>;

/** The cells of a record by what they are. */
export function fieldsOf(cells: readonly string[], columns: ColumnMap): RosterFields {
  const fields: RosterFields = {};
  for (const [index, column] of columns.entries()) if (column) fields[column] = cells[index] ?? '';
  return fields;
}
