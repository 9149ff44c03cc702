import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { isCommitted } from './machine';
import { type Problem, replay } from './schedule';
import { settingOf, sizesOf } from './setting';
import type { PbftTask } from './task';

/** What is asked for: the schedule that commits, the one that splits, and the numbers that tell them apart. */
export const pbftFields = (task: PbftTask): readonly Field[] => [
  {
    name: 'schedule',
    kind: 'text',
    most: 2_000,
    code: 'plain',
    label: 'Four replicas: the messages that commit the request, a line each',
    help: 'Kind, sender, receivers, digest: such as “prepare 2 all 9f04”. Receivers are “all”, or numbers such as “0,3”.',
  },
  {
    name: 'split',
    kind: 'text',
    most: 2_000,
    code: 'plain',
    label: 'Three replicas: the messages by which the two honest ones commit different requests',
    help: 'In the same spelling. The primary lies, and may tell each of them something else.',
  },
  ...sizesOf(task).flatMap(({ name, replicas }): Field[] => {
    const { faults } = task;
    const row = `${replicas} replicas`;
    const number = { kind: 'whole', least: 0, most: replicas, group: `If ${faults} replicas lie` } as const;
    return [
      {
        name: `votes.${name}`,
        ...number,
        cell: { row, column: 'Voters' },
        label: `${replicas} replicas: how many still vote if the ${faults} stay silent`,
      },
      {
        name: `shared.${name}`,
        ...number,
        cell: { row, column: 'Shared by two sets' },
        label: `${replicas} replicas: how many any two sets of so many voters share at least`,
      },
    ];
  }),
];

const at = (where: string, { code, at: line, says }: Problem): LearnerError =>
  wrong(code, where, `Line ${line}: ${says}`);

/** What is wrong with the schedule of four replicas. */
function commitError({ four }: PbftTask, schedule: string): LearnerError | null {
  const setting = settingOf(four);
  const [request] = four.digests;
  const { lines, states, problem } = replay(setting, four.digests, schedule);
  if (problem) return at('schedule', problem);
  for (const { at: line, message } of lines) {
    const lies = message.from === setting.liar;
    if (lies && message.digest === request)
      return at('schedule', {
        code: 'E_LIAR_AGREES',
        at: line,
        says: `replica ${setting.liar} lies, and never says ${request}: do without it.`,
      });
    if (!lies && message.kind === 'pre-prepare' && message.digest !== request)
      return at('schedule', {
        code: 'E_REQUEST',
        at: line,
        says: 'the primary is honest, and proposes what the client asked for.',
      });
  }
  if (!lines.some(({ message }) => message.from === setting.liar))
    return wrong(
      'E_NO_LIE',
      'schedule',
      `Replica ${setting.liar} has not lied yet: let it send something, so that the others commit in spite of it.`,
    );
  const honest = (states.at(-1) ?? []).filter((_, replica) => replica !== setting.liar);
  const done = honest.filter((replica) => isCommitted(setting, replica)).length;
  if (done < honest.length)
    return wrong(
      'E_NOT_COMMITTED',
      'schedule',
      `Of the ${honest.length} honest replicas, ${done} have committed. Each needs ${setting.quorum} commits, its own included.`,
    );
  return null;
}

/** What is wrong with the schedule of three replicas. */
function splitError({ three }: PbftTask, schedule: string): LearnerError | null {
  const setting = settingOf(three);
  const { states, problem } = replay(setting, three.digests, schedule);
  if (problem) return at('split', problem);
  const honest = (states.at(-1) ?? []).filter((_, replica) => replica !== setting.liar);
  const done = honest.filter((replica) => isCommitted(setting, replica));
  if (done.length < honest.length)
    return wrong(
      'E_HALF_SPLIT',
      'split',
      `Of the ${honest.length} honest replicas, ${done.length} have committed. Each needs ${setting.quorum} commits, its own included.`,
    );
  if (new Set(done.map(({ accepted }) => accepted)).size < 2)
    return wrong(
      'E_NOT_SPLIT',
      'split',
      'Both honest replicas have committed the same request: what has the primary told each of them?',
    );
  return null;
}

/** What is wrong with the numbers: any two sets of q among n share 2q - n at least. */
function countError(task: PbftTask, values: Values): LearnerError | null {
  for (const { name, replicas } of sizesOf(task)) {
    const votes = replicas - task.faults;
    if (Number(values[`votes.${name}`]) !== votes)
      return wrong(
        'E_VOTES',
        `votes.${name}`,
        'Whoever lies may also say nothing at all: nobody can wait for more votes than the others have.',
      );
    if (Number(values[`shared.${name}`]) !== 2 * votes - replicas)
      return wrong(
        'E_SHARED',
        `shared.${name}`,
        `Two sets of so many voters have more members together than there are replicas: the rest is counted twice.`,
      );
  }
  return null;
}

/** What is wrong with work on a round of votes. */
export function pbftCheck(task: PbftTask, values: Values): LearnerError | null {
  return (
    commitError(task, values.schedule ?? '') ??
    splitError(task, values.split ?? '') ??
    countError(task, values)
  );
}
