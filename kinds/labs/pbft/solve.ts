import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { settingOf } from './setting';
import { type PbftTask, pbftTask } from './task';

const honestOf = ({ replicas, liar }: PbftTask['four']): number[] =>
  Array.from({ length: replicas }, (_, at) => at).filter((at) => at !== liar);

/** The messages of the schedule that commits, a line each. */
function committing({ four }: PbftTask): string[] {
  const { primary, liar } = settingOf(four);
  const [request, other] = four.digests;
  const honest = honestOf(four);
  return [
    `pre-prepare ${primary} all ${request}`,
    `prepare ${liar} all ${other}`,
    ...honest.filter((at) => at !== primary).map((at) => `prepare ${at} all ${request}`),
    ...honest.map((at) => `commit ${at} all ${request}`),
  ];
}

/** The messages of the one that splits. */
function splitting({ three }: PbftTask): string[] {
  const { primary } = settingOf(three);
  const told = honestOf(three).map((at, index) => ({ at, digest: three.digests[index] }));
  return [
    ...told.map(({ at, digest }) => `pre-prepare ${primary} ${at} ${digest}`),
    ...told.map(({ at, digest }) => `prepare ${at} all ${digest}`),
    ...told.map(({ at, digest }) => `commit ${at} all ${digest}`),
    ...told.map(({ at, digest }) => `commit ${primary} ${at} ${digest}`),
  ];
}

/** The work with other lines in its first schedule. */
const lines =
  (change: (lines: string[], task: PbftTask) => string[]) => (work: Values, seed: Uint8Array) => ({
    ...work,
    schedule: change((work.schedule ?? '').split('\n'), pbftTask(seed)).join('\n'),
  });

/** The work with one number one larger. */
const off = (name: string) => (work: Values) => ({ ...work, [name]: String(Number(work[name]) + 1) });

/** How the lab is solved, and what wrong work is answered with. */
export const pbftSolution: LabSolution = {
  solve: (seed) => {
    const task = pbftTask(seed);
    const { faults } = task;
    return {
      schedule: committing(task).join('\n'),
      split: splitting(task).join('\n'),
      'votes.enough': String(2 * faults + 1),
      'shared.enough': String(faults + 1),
      'votes.short': String(2 * faults),
      'shared.short': String(faults),
    };
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, split: '' }),
    E_FORM: (work) => ({ ...work, schedule: `${work.schedule}${'\n'.repeat(2_000)}` }),
    E_LINE: lines((all) => all.map((line) => line.replace('all', 'everybody'))),
    E_NOT_PRIMARY: lines((all, { four }) => [`pre-prepare ${four.liar} all ${four.digests[1]}`, ...all]),
    E_NOT_TO_ALL: lines(([first = '', ...all], { four }) => [
      first.replace('all', String(four.liar)),
      ...all,
    ]),
    E_EQUIVOCATES: lines(([first = '', ...all], { four }) => [
      first,
      first.replace(four.digests[0], four.digests[1]),
      ...all,
    ]),
    E_PRIMARY_PREPARES: lines(([first = '', ...all]) => [first, first.replace('pre-', ''), ...all]),
    E_NO_PREPREPARE: lines(([first = '', ...all]) => [...all, first]),
    E_NOT_PREPARED: lines((all) => all.filter((_, at) => at !== 2)),
    E_REQUEST: lines((all, { four: { digests } }) => {
      const swapped: Record<string, string> = { [digests[0]]: digests[1], [digests[1]]: digests[0] };
      return all
        .filter((_, at) => at !== 1)
        .map((line) => line.replace(/\S+$/, (digest) => swapped[digest] ?? digest));
    }),
    E_LIAR_AGREES: lines((all, { four }) => [...all, `commit ${four.liar} all ${four.digests[0]}`]),
    E_NO_LIE: lines((all) => all.filter((_, at) => at !== 1)),
    E_NOT_COMMITTED: lines((all) => all.slice(0, -1)),
    E_HALF_SPLIT: (work) => ({ ...work, split: (work.split ?? '').split('\n').slice(0, -1).join('\n') }),
    E_NOT_SPLIT: (work, seed) => {
      const { digests } = pbftTask(seed).three;
      return { ...work, split: (work.split ?? '').replaceAll(digests[1], digests[0]) };
    },
    E_VOTES: off('votes.short'),
    E_SHARED: off('shared.enough'),
  },
};
