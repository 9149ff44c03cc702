import { type CsvRecord, csvReader, delimiterOf } from '@/rules/files/csv';
import { type GradeColumn, gradeColumns, gradeColumnsProblem } from '@/rules/grading/grade-list';

/** How long the text of a list may be, and how many rows it may have. */
const gradeListLimits = { characters: 2_000_000, rows: 20_000 };

type ReadList = {
  columns: GradeColumn[];
  /** Heads that name nothing of this course: their columns are not read. */
  unknown: string[];
  records: CsvRecord[];
};

/** Reads a list of grades from its text; or the sentence that says why it cannot be read. */
export function readGradeList(
  text: string,
  items: readonly { id: string; title: string }[],
): ReadList | { problem: string } {
  if (text.length > gradeListLimits.characters)
    return { problem: 'This list is too long: take in some columns of it at a time.' };
  const plain = text.replace(/^\ufeff/, '');
  const { delimiter, skip } = delimiterOf(plain.slice(0, 64 * 1024));
  const reader = csvReader(delimiter, { line: skip === 0 ? 1 : 2, widest: 500 });
  const read = reader.push(plain.slice(skip));
  const { records: last, unclosed } = reader.end();
  if (unclosed !== null) return { problem: `A quotation mark of line ${unclosed} is never closed.` };
  const [head, ...records] = [...read, ...last];
  if (!head || records.length === 0)
    return {
      problem: 'Give a first line with the names of the columns, and below it a line for each learner.',
    };
  if (records.length > gradeListLimits.rows)
    return { problem: `At most ${gradeListLimits.rows.toLocaleString('en')} rows at a time.` };
  const found = gradeColumns(head.cells, items);
  const problem = gradeColumnsProblem(found);
  if (problem) return { problem };
  return { columns: found.columns, unknown: found.unknown, records };
}
