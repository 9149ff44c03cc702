import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { countName, lastBefore, verdictName } from './check';
import { headerHash, rootOf } from './header';
import type { CityVerdict } from './judge';
import { type CityTask, cityPlan, cityTask } from './task';

/** Work with the hash of the header that is accepted last by it. */
const finished = (task: CityTask, values: Values): Values => ({
  ...values,
  last: headerHash(lastBefore(task, values, task.records.length)),
});

/** What was drawn, said in the fields. That a judge who knows the task alone says the same has a spec of its own. */
function solve(seed: Uint8Array): Values {
  const { task, answers } = cityPlan(seed);
  const said = answers.flatMap(({ verdict, count }, at) => [
    [verdictName(at), verdict],
    [countName(at), String(count)],
  ]);
  const misproved = task.records.find((_, at) => answers[at]?.verdict === 'proof');
  return finished(task, { ...Object.fromEntries(said), root: misproved ? rootOf(misproved) : '' });
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
  // More than twenty signatures are made for each task.
  learners: 50,
  solve,
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
