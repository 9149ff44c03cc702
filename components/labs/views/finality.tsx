import { finalityCheck } from '@/kinds/labs/finality/check';
import { attacks, deepest, risk } from '@/kinds/labs/finality/risk';
import type { FinalityTask } from '@/kinds/labs/finality/task';
import type { Values } from '@/kinds/labs/verdict';
import type { LabDrawing, LabView } from '../view';
import { BranchRace } from '../visuals/branch-race';
import { RiskChart } from '../visuals/risk-chart';

const number = new Intl.NumberFormat('en');

/** A whole number that somebody may be about to type, in its limits; null where it is none. */
function typed(value: string | undefined, most: number): number | null {
  if (!value || !/^\d{1,8}$/.test(value)) return null;
  return Number(value) <= most ? Number(value) : null;
}

/** What a depth means against the budget that stands in the form. */
function sentence(depth: number, succeed: number, bound: number | null): string {
  const risks = `${depth} deep, ${number.format(succeed)} of ${number.format(attacks)} attacks succeed`;
  if (bound === null) return `${risks}. Write down the budget, and you see whether that is few enough.`;
  return succeed > bound
    ? `${risks}: more than the budget you wrote allows.`
    : `${risks}: your budget is kept.`;
}

const depthOf = (name: string, values: Values) => typed(values[`depth.${name}`], deepest) ?? 0;

/** The payment, the risk by depth for each attacker, one race, and the ledger that votes. */
function Drawing({ task, values }: LabDrawing<FinalityTask>) {
  const { worth, loss, attackers, race, replicas } = task;
  const bound = typed(values.bound, attacks);
  const strongest = attackers.at(-1);
  return (
    <>
      <h4>The payment</h4>
      <dl className="lab-facts">
        <dt>What the goods are worth</dt>
        <dd>{number.format(worth)} units</dd>
        <dt>What may be lost on average for each payment that is attacked</dt>
        <dd>{number.format(loss)} units</dd>
      </dl>
      <h4>The risk by depth</h4>
      <RiskChart
        id="finality-risk"
        title={`Attacks that succeed, of ${number.format(attacks)}, by how many blocks the seller waits for`}
        whole={attacks}
        bound={bound}
        lines={attackers.map(({ name, share }) => ({
          name,
          about: `${share} %`,
          risks: Array.from({ length: depthOf(name, values) + 1 }, (_, depth) => risk(share, depth)),
        }))}
      />
      <ul className="lab-says">
        {attackers.map(({ name, share }) => {
          const depth = depthOf(name, values);
          const succeed = risk(share, depth);
          return (
            <li key={name} className={bound !== null && succeed > bound ? 'lab-bad' : undefined}>
              Attacker {name} has {share} % of the computing power. {sentence(depth, succeed, bound)}
            </li>
          );
        })}
      </ul>
      <h4>One race</h4>
      <p>
        From the payment on, everybody else builds the public branch. Attacker {strongest?.name}, with{' '}
        {strongest?.share} %, builds one in secret in which the payment does not exist. As soon as it is as
        long as the public one, the next block that the attacker finds makes it the longer one, and the
        payment is gone: so level counts as lost.
      </p>
      <BranchRace blocks={[...race].map((found) => (found === 'a' ? 'secret' : 'public'))} />
      <h4>The ledger that votes</h4>
      <p>
        {replicas} known replicas keep another ledger. A block is final in it as soon as enough of them have
        voted for it, even if all that lie vote for two blocks at once, or for none.
      </p>
    </>
  );
}

export const view: LabView<FinalityTask> = { check: finalityCheck, Drawing };
