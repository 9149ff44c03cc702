import { stat } from 'node:fs/promises';
import {
  cellsByHead,
  isDeleted,
  manifestOf,
  manifestProblem,
  oneRosterColumns,
  oneRosterFiles,
  oneRosterHeads,
} from '@/rules/enrollment/oneroster';
import { rosterLimits } from '@/rules/enrollment/roster';
import type { CsvRecord } from '@/rules/files/csv';
import { type ArchiveEntry, ArchiveRefused, openArchive } from '@/server/archive';
import { decoded } from './decode-file';
import { ListRefused } from './list-refused';
import type { OpenList } from './open-list';
import { withDelimiter } from './read-csv';

const most = { entries: 1_000, users: 300_000, unpacked: 250_000_000, ratio: 100, freely: 16_000_000 };

type Files = Map<string, ArchiveEntry>;
type Read = (entry: ArchiveEntry) => AsyncIterable<string>;
type Student = { email: string; givenName: string; familyName: string; gone: boolean };

/** Works on the files of an archive by their names, and closes it again. */
async function inArchive<Value>(
  path: string,
  work: (files: Files, read: Read) => Promise<Value>,
): Promise<Value> {
  const packed = (await stat(path)).size;
  let unpacked = 0;
  const counted = async function* (entry: ArchiveEntry) {
    for await (const piece of await entry.open()) {
      unpacked += piece.byteLength;
      if (unpacked > most.unpacked || unpacked > Math.max(most.freely, packed * most.ratio))
        throw new ListRefused('archive-too-large');
      yield piece;
    }
  };
  try {
    const { entries, close } = await openArchive(path, { most: most.entries });
    try {
      const named = entries.map((entry) => [entry.path.toLowerCase().replace(/^.*\//, ''), entry] as const);
      return await work(new Map(named.reverse()), (entry) => decoded(counted(entry), 'utf-8'));
    } finally {
      close();
    }
  } catch (error) {
    if (error instanceof ArchiveRefused) throw new ListRefused('archive-broken');
    throw error instanceof TypeError ? new ListRefused('unknown-encoding') : error;
  }
}

/** The rows of a file, as many at a time as arrive, with what finds their cells by the heads. */
async function* rowsOf<Head extends string>(text: AsyncIterable<string>, wanted: readonly Head[]) {
  let cell: ((cells: readonly string[], name: Head) => string) | null = null;
  for await (const records of (await withDelimiter(text)).records) {
    const [head] = records;
    if (cell) yield { rows: records, cell };
    else if (head) {
      cell = cellsByHead(head.cells, wanted);
      yield { rows: records.slice(1), cell };
    }
  }
}

/**
 * Opens an export of a school's system in the form of OneRoster: the students of all its classes become a
 * list, with the class of each. Which classes count is chosen afterwards. It is read here and now: most of
 * its rows may be about others than students, and a transaction does not wait for them.
 */
export async function openOneRoster(path: string, name: string): Promise<OpenList> {
  const { source, students } = await inArchive(path, async (files, read) => ({
    source: await sourceIn(files, read),
    students: await studentsIn(files, read),
  }));
  return {
    name,
    source,
    reading: { encoding: 'utf-8', delimiter: ',', oneRoster: true },
    form: { heads: oneRosterHeads, columns: oneRosterColumns },
    records: (async function* () {
      yield students;
    })(),
  };
}

/** The system that an export comes from; throws where it cannot be taken as a list. */
async function sourceIn(files: Files, read: Read): Promise<string | null> {
  const { manifest, ...needed } = oneRosterFiles;
  if (files.has('[content_types].xml')) throw new ListRefused('workbook');
  if (Object.values(needed).some((file) => !files.has(file))) throw new ListRefused('oneroster-missing');
  const described = files.get(manifest);
  if (!described) return null;
  const lines: CsvRecord[] = [];
  for await (const some of (await withDelimiter(read(described))).records) lines.push(...some);
  const properties = manifestOf(lines);
  const problem = manifestProblem(properties);
  if (problem) throw new ListRefused(problem);
  return properties.get('source.systemname') || null;
}

async function studentsIn(files: Files, read: Read): Promise<CsvRecord[]> {
  const text = (file: string): AsyncIterable<string> => {
    const entry = files.get(file);
    if (!entry) throw new ListRefused('oneroster-missing');
    return read(entry);
  };
  const classes = new Map<string, { title: string; gone: boolean }>();
  for await (const { rows, cell } of rowsOf(text(oneRosterFiles.classes), ['sourcedId', 'status', 'title']))
    for (const { cells } of rows) {
      const id = cell(cells, 'sourcedId');
      classes.set(id, { title: cell(cells, 'title') || id, gone: isDeleted(cell(cells, 'status')) });
    }

  const users = new Map<string, Student>();
  const known = ['sourcedId', 'status', 'enabledUser', 'email', 'givenName', 'familyName'] as const;
  for await (const { rows, cell } of rowsOf(text(oneRosterFiles.users), known)) {
    for (const { cells } of rows)
      users.set(cell(cells, 'sourcedId'), {
        email: cell(cells, 'email'),
        givenName: cell(cells, 'givenName'),
        familyName: cell(cells, 'familyName'),
        gone: isDeleted(cell(cells, 'status')) || cell(cells, 'enabledUser').toLowerCase() === 'false',
      });
    if (users.size > most.users) throw new ListRefused('archive-too-large');
  }

  const students: CsvRecord[] = [];
  const columns = ['status', 'classSourcedId', 'userSourcedId', 'role'] as const;
  for await (const { rows, cell } of rowsOf(text(oneRosterFiles.enrollments), columns)) {
    for (const { line, cells } of rows) {
      if (cell(cells, 'role').toLowerCase() !== 'student') continue;
      const id = cell(cells, 'userSourcedId');
      const user = users.get(id);
      const taught = classes.get(cell(cells, 'classSourcedId'));
      const gone = user?.gone || taught?.gone || isDeleted(cell(cells, 'status'));
      const { email = '', givenName = '', familyName = '' } = user ?? {};
      const title = taught?.title ?? cell(cells, 'classSourcedId');
      students.push({ line, cells: [id, email, givenName, familyName, title, gone ? 'tobedeleted' : ''] });
    }
    if (students.length > rosterLimits.rows) throw new ListRefused('too-many-rows');
  }
  return students;
}
