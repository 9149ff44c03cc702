import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { countName, lastBefore, verdictName } from './check';
import { headerHash, rootOf } from './header';
import { type CityVerdict, countOf, judged } from './judge';
import { type CityTask, cityTask } from './task';

/** Work with the hash of the header that is accepted last by it. */
const finished = (task: CityTask, values: Values): Values => ({
  ...values,
  last: headerHash(lastBefore(task, values, task.records.length)),
});

/** Judges the records one after another, and knows nothing but the task. */
function solve(task: CityTask): Values {
  let values: Values = {};
  for (const [at, received] of task.records.entries()) {
    const count = countOf(received, task.current);
    const verdict = judged(received, count, lastBefore(task, values, at), task.current);
    values = {
      ...values,
      [verdictName(at)]: verdict,
      [countName(at)]: String(count),
      ...(verdict === 'proof' ? { root: rootOf(received) } : {}),
    };
  }
  return finished(task, values);
}

/** The first record of which this was said is said to be something else. */
function judgedAnew(
  seed: Uint8Array,
  work: Values,
  said: (verdict: string) => boolean,
  verdict: (said: string) => CityVerdict,
): Values {
  const task = cityTask(seed);
  const at = task.records.findIndex((_, place) => said(work[verdictName(place)] ?? ''));
  const name = verdictName(at);
  return finished(task, { ...work, [name]: verdict(work[name] ?? '') });
}

const isWrong = (verdict: string) => verdict !== 'accept' && verdict !== 'proof';

/** How the lab is solved, and what wrong work is answered with. */
export const citySolution: LabSolution = {
  // Each signature is checked, as a learner's page does it.
  learners: 60,
  solve: (seed) => solve(cityTask(seed)),
  mutations: {
    E_EMPTY: (work) => ({ ...work, 'verdict.3': '' }),
    E_FORM: (work) => ({ ...work, 'count.2': '8' }),
    E_LAST: (work) => ({ ...work, last: work.root ?? '' }),
    E_ROOT: (work) => ({ ...work, root: work.last ?? '' }),
    E_ACCEPTED: (work, seed) => judgedAnew(seed, work, isWrong, () => 'accept'),
    E_REFUSED: (work, seed) =>
      judgedAnew(
        seed,
        work,
        (verdict) => verdict === 'accept',
        () => 'link',
      ),
    E_REASON: (work, seed) =>
      judgedAnew(seed, work, isWrong, (verdict) => (verdict === 'link' ? 'height' : 'link')),
    E_COUNT: (work) => ({ ...work, 'count.1': String((Number(work['count.1']) + 1) % 5) }),
  },
};
