import type { LabSolution } from '../solution';
import { safeDepth } from './race';
import { attacks, depthFor, risk } from './risk';
import { finalityTask } from './task';

/** The values with one number so much larger. */
const off = (name: string, by: number) => (work: Readonly<Record<string, string>>) => ({
  ...work,
  [name]: String(Number(work[name]) + by),
});

/** How the lab is solved, and what wrong work is answered with. */
export const finalitySolution: LabSolution = {
  solve: (seed) => {
    const { worth, loss, attackers, race, replicas } = finalityTask(seed);
    const bound = (loss * attacks) / worth;
    const rows = attackers.map(({ name, share }) => {
      const depth = depthFor(share, bound);
      return {
        [`depth.${name}`]: String(depth),
        [`before.${name}`]: String(risk(share, depth - 1)),
        [`at.${name}`]: String(risk(share, depth)),
      };
    });
    const liars = Math.floor((replicas - 1) / 3);
    return {
      bound: String(bound),
      ...Object.assign({}, ...rows),
      safe: String(safeDepth(race)),
      liars: String(liars),
      votes: String(2 * liars + 1),
      breaks: 'liars',
    };
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, breaks: '' }),
    E_FORM: (work) => ({ ...work, bound: `0${work.bound}` }),
    E_BOUND: off('bound', 1),
    E_SHALLOW: off('depth.A', -1),
    E_TOO_DEEP: off('depth.C', 1),
    E_RISK_BEFORE: off('before.B', -1),
    E_RISK_THERE: off('at.C', 1),
    E_RACE: off('safe', -1),
    E_LIARS: off('liars', 1),
    E_VOTES: off('votes', -1),
    E_BREAKS: (work) => ({ ...work, breaks: 'slow' }),
  },
};
