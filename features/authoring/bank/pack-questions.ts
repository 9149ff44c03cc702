import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { xhtmlOf } from '@/kinds/exchange/to-xhtml';
import { manifestName, writeManifest } from '@/rules/exchange/qti-package';
import { writeQtiItem } from '@/rules/exchange/qti-write';
import type { ExchangedQuestion } from '@/rules/exchange/question';

/** The same moment for every file, by any clock: the same questions are the same package, byte for byte. */
const alike = { mtime: new Date(1980, 0, 2), mode: 0o100644, forceDosTimestamp: true };

/**
 * Questions as a package of QTI 3: an item each, and a manifest with their tags and how hard they are.
 * @param note what is lost of the texts of a question, by its place
 */
export async function packQuestions(
  name: string,
  questions: readonly ExchangedQuestion[],
  note: (at: number, words: string) => void,
): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text, 'utf8'), path, alike);
  // Ids may be wrong, and twice the same, in a set that is still being written.
  const fileOf = (at: number) => `items/${String(at + 1).padStart(3, '0')}.xml`;
  const listed = questions.map((about, at) => ({ file: fileOf(at), about }));
  add(manifestName, writeManifest(name, listed));
  for (const [at, question] of questions.entries())
    add(
      fileOf(at),
      writeQtiItem(
        question,
        xhtmlOf((words) => note(at, words)),
      ),
    );
  zip.end();
  return buffer(zip.outputStream);
}
