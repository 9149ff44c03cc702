import { answerFromForm } from './answer-from-form';

/** The longest body of one, in bytes. */
export const largestAnswer = 256 * 1024;

/** How a plain form of a question of an attempt is read, and where it leads back to. */
export function attemptForm({ course, lesson }: { course: string; lesson: string }) {
  let attempt = '';
  let block = '';
  return {
    fromForm: (form: FormData) => {
      attempt = String(form.get('attempt') ?? '');
      block = String(form.get('block') ?? '');
      return {
        attempt,
        block,
        revision: String(form.get('revision') ?? ''),
        confidence: String(form.get('confidence') ?? ''),
        answer: answerFromForm(form),
      };
    },
    back: (problem: string | null) => {
      const query = problem === null ? '' : `?problem=${encodeURIComponent(problem)}`;
      return `/learn/${course}/${lesson}/attempts/${encodeURIComponent(attempt)}${query}#${encodeURIComponent(block)}`;
    },
  };
}
