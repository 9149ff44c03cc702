import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { answersIn, nameIn } from './check';
import { drawCases } from './task';
import { questions, walk } from './tree';

/** What stands in the fields of one case for a path through the tree. */
function along(number: number, path: string, fact: string): Values {
  const answers = questions.map(({ name }, at) => {
    const answer = path[at] === 'y' ? 'yes' : path[at] === 'n' ? 'no' : '';
    return [nameIn(number, name), answer] as const;
  });
  const { end } = walk(answers.map(([, answer]) => answer));
  return {
    ...Object.fromEntries(answers),
    [nameIn(number, 'end')]: end ?? '',
    [nameIn(number, 'fact')]: fact,
  };
}

/** The number of the case that leaves the tree at one of the first two questions; every learner has one. */
const short = (work: Values): number =>
  1 + [1, 2, 3, 4].findIndex((number) => walk(answersIn(work, number)).answers.length < 3);

/** How the lab is solved, and what wrong work is answered with. */
export const needSolution: LabSolution = {
  solve: (seed) =>
    Object.assign(
      {},
      ...drawCases(seed).map(({ drawn, facts }, at) => {
        const [path, [key] = []] = Object.entries(drawn.bears)[0] ?? ['', []];
        return along(at + 1, path, facts.find((fact) => fact.key === key)?.id ?? '');
      }),
    ),
  mutations: {
    E_EMPTY: (work) => ({ ...work, 'case-1.fact': '' }),
    E_FORM: (work) => ({ ...work, 'case-2.end': 'permissioned' }),
    E_OPEN: (work) => ({ ...work, 'case-3.state': '' }),
    E_BEYOND: (work) => ({ ...work, [nameIn(short(work), 'verify')]: 'no' }),
    E_END: (work) => ({ ...work, [nameIn(short(work), 'end')]: 'public' }),
    E_AGAINST: (work) => {
      const number = short(work);
      return { ...work, ...along(number, 'yynn', work[nameIn(number, 'fact')] ?? '') };
    },
    E_FACT: (work, seed) => {
      const { drawn, facts } = drawCases(seed)[3] ?? { drawn: { bears: {} }, facts: [] };
      const deciding = Object.values(drawn.bears).flat();
      return { ...work, 'case-4.fact': facts.find(({ key }) => !deciding.includes(key))?.id ?? '' };
    },
  },
};
