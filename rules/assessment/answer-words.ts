import type { StudentQuestion } from '../editions/edition';
import type { AnswerForm, Ask } from '../learning/answer-forms';
import type { Answer } from '../learning/evidence';
import { plainText } from '../learning/plain-text';

type Asked = Pick<StudentQuestion, 'options' | 'ask'>;
type AskOf<Form> = Extract<Ask, { form: Form }>;

/** What stands for a part that was left empty. */
const none = '–';

/** What stands for an option that the question does not have. */
const unknown = '(no option of this question)';

/** The beginning of a text, on one line. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 240 ? line : `${line.slice(0, 240).replace(/\s+\S*$/, '')} …`;
}

const quoted = (text: string): string => `“${text}”`;

/** Marked spans with their words and labels; null for what is none. */
function spansInWords({ words, labels }: AskOf<'spans'>, answer: Answer): string[] {
  const size = 2 + labels.length;
  const starts = Array.from({ length: Math.ceil(answer.length / size) }, (_, index) => index * size);
  return starts.flatMap((at) => {
    const [first = '', last = '', ...values] = answer.slice(at, at + size);
    if ([first, last, ...values].every((value) => value.trim() === '')) return [];
    const span = words
      .slice(Number(first), Number(last) + 1)
      .join('')
      .trim();
    const said = labels.map(
      ({ options }, index) => options.find(({ id }) => id === values[index])?.label ?? none,
    );
    return [`${quoted(span)} (${said.join(', ')})`];
  });
}

/**
 * An answer in the words of its question, for whoever reads many of them: the texts of options and never their ids.
 * An empty text stands for no answer.
 */
export function answerInWords(form: AnswerForm, { options, ask }: Asked, answer: Answer): string {
  if (answer.every((part) => part.trim() === '')) return '';
  const option = (id: string): string => {
    if (id === '') return none;
    const found = options.find((one) => one.id === id);
    return found ? plainText(found.html) : unknown;
  };
  if (form === 'order') return answer.map(option).join(' → ');
  if (form === 'places') {
    const places = ask?.form === 'places' ? ask.places : [];
    return answer
      .map((id, index) => `${plainText(places[index]?.html ?? String(index + 1))}: ${option(id)}`)
      .join('; ');
  }
  if (form === 'text') return answer.join(' ').trim();
  if (form === 'essay') return excerpt(answer[0] ?? '');
  if (form === 'gaps') return answer.map((part) => part.trim() || none).join(' · ');
  if (form === 'spans')
    return ask?.form === 'spans' ? spansInWords(ask, answer).join('; ') : answer.join(' ');
  return answer.map(option).join('; ');
}
