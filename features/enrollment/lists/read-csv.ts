import { type CsvRecord, csvReader, type Delimiter, delimiterOf } from '@/rules/files/csv';
import { ListRefused } from './list-refused';

const sampleLength = 64 * 1024;

/** What separates the cells of a text, by its beginning, and the text with that beginning before it again. */
export async function withDelimiter(
  text: AsyncIterable<string>,
): Promise<{ delimiter: Delimiter; records: AsyncGenerator<CsvRecord[], void> }> {
  const pieces = text[Symbol.asyncIterator]();
  let sample = '';
  while (sample.length < sampleLength) {
    const { done, value } = await pieces.next();
    if (done) break;
    sample += value;
  }
  // A mark of the encoding is no part of what was pasted either.
  sample = sample.replace(/^\ufeff/, '');
  const { delimiter, skip } = delimiterOf(sample.slice(0, sampleLength));
  const rest = (async function* () {
    yield sample.slice(skip);
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  })();
  return { delimiter, records: readCsv(rest, delimiter, skip === 0 ? 1 : 2) };
}

/** The records of a text, as they come. */
async function* readCsv(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  line = 1,
): AsyncGenerator<CsvRecord[], void> {
  const reader = csvReader(delimiter, { line });
  for await (const piece of text) yield reader.push(piece);
  const { records, unclosed } = reader.end();
  if (unclosed !== null) throw new ListRefused('unclosed-quote', unclosed);
  yield records;
}
