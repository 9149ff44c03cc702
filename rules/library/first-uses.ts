import type { CompiledLesson } from '../editions/edition';

/** Where something stands: a block of a lesson, or only the lesson where the block is shown later or elsewhere. */
export type Use = { lesson: string; block: string | null };

/** A word of the glossary as a compiled text marks it. */
const marked = /popovertarget="term-([a-z0-9-]+)"/g;

const termsIn = (html: string): string[] => [...html.matchAll(marked)].flatMap(([, id]) => id ?? []);

/** Where each word of the glossary is first used, by its id. Questions of a quiz are not shown where they stand. */
export function firstUses(lessons: readonly CompiledLesson[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  const note = (id: string, use: Use) => {
    if (!uses.has(id)) uses.set(id, use);
  };
  for (const { id: lesson, blocks, quiz, terms } of lessons) {
    for (const { id: block, html, question } of blocks) {
      if (question && quiz) continue;
      const asked = question ? [question.prompt, ...question.options.map((option) => option.html)] : [];
      for (const term of termsIn([html, ...asked].join(''))) note(term, { lesson, block });
    }
    for (const { id } of terms) note(id, { lesson, block: null });
  }
  return uses;
}
