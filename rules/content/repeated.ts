import type { FileProblem } from '../authoring/course-files';
import type { ContentRule } from './course';
import { sentencesIn, wordsOf } from './sentences';

/** A sentence of fewer words may well be said twice. */
const fewestWords = 8;

/** No sentence stands in two lessons, or in a lesson and in the bank. */
export const repeatsNoSentence: ContentRule = ({ lessons, bank }) => {
  const first = new Map<string, { file: string; line: number }>();
  const problems: FileProblem[] = [];
  for (const text of [...lessons, ...bank]) {
    for (const { line, text: sentence } of sentencesIn(text)) {
      const words = wordsOf(sentence.toLowerCase());
      if (words.length < fewestWords) continue;
      const key = words.join(' ');
      const before = first.get(key);
      if (!before) {
        if (!bank.includes(text)) first.set(key, { file: text.file, line });
      } else if (before.file !== text.file) {
        const message = `“${sentence.slice(0, 80)}” stands in ${before.file}:${before.line}, too: say it in other words`;
        problems.push({ file: text.file, line, message });
      }
    }
  }
  return problems;
};
