import { workRulesInWords } from '../work/work-words';
import type { CompiledLesson } from './edition';
import type { WordChange } from './edition-diff-words';

type Lesson = Pick<CompiledLesson, 'work'>;

/** The rules and the rubric of written work in words; empty where a lesson is none. */
function inWords({ work }: Lesson): Map<string, string> {
  if (!work) return new Map();
  return new Map([
    ...workRulesInWords(work, { due: work.due ?? null, closes: work.closes ?? null }),
    ...work.rubric.map(({ id, title, levels }): [string, string] => [
      `Criterion ${id}`,
      [title, ...levels.map(({ points, says }) => `${points}: ${says}`)].join(' / '),
    ]),
  ]);
}

/** In which of its rules and criteria written work is another one. */
export function workChanges(before: Lesson, after: Lesson): WordChange[] {
  const [was, is] = [inWords(before), inWords(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const change = { what: `Written work: ${name}`, before: was.get(name) ?? '', after: is.get(name) ?? '' };
    return change.before === change.after ? [] : [change];
  });
}
