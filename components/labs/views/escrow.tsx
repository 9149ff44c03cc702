import { escrowCheck } from '@/kinds/labs/escrow/check';
import type { EscrowTask } from '@/kinds/labs/escrow/task';
import { ExampleContract } from '../code/example';
import type { LabDrawing, LabView } from '../view';
import { BeforeRun, glancesAt } from '../visuals/before-run';
import { CodeListing } from '../visuals/code-listing';
import { MoneyBars } from '../visuals/money-bars';
import { RunReportTable } from '../visuals/run-report';

const grouped = (amount: number) => amount.toLocaleString('en-GB');
const nth = ['first', 'second', 'third'];

/** What was given, and what the steps cost. */
function Money({ gifts, amounts }: EscrowTask) {
  const given = gifts[0] + gifts[1];
  const cost = amounts.reduce((sum, amount) => sum + amount, 0);
  return (
    <MoneyBars
      label="What is given, and what it is for"
      rows={[
        {
          label: 'Given',
          parts: [
            { who: 'by Anna', amount: gifts[0], tone: 'one' },
            { who: 'by Ben', amount: gifts[1], tone: 'other' },
          ],
        },
        {
          label: 'To be paid',
          parts: [
            ...amounts.map((amount, at) => ({
              who: `${nth[at] ?? 'next'} step`,
              amount,
              tone: at % 2 === 0 ? ('one' as const) : ('other' as const),
            })),
            { who: 'left', amount: given - cost, tone: 'lost' as const },
          ],
        },
      ]}
    />
  );
}

/** What happens around an attack: the same on the published contract and on the mended one. */
function Course({ names, attacker, gifts, stake, amounts }: EscrowTask) {
  return (
    <ol className="lab-steps">
      <li>
        The escrow is deployed, with the builder as worker; then <code>{attacker}</code> is deployed by the
        attacker.
      </li>
      <li>
        Anna gives {grouped(gifts[0])} and Ben {grouped(gifts[1])}.
      </li>
      <li>
        The attacker calls <code>run</code> of <code>{attacker}</code> with the address of the escrow, and{' '}
        {grouped(stake)} to begin with.
      </li>
      <li>
        Two keepers approve the first step (number 0), and <code>{names.release}</code> is called for it.
      </li>
      <li>
        The keeper of the donors names <code>{attacker}</code> as worker, as may happen to anybody who builds.
        Two keepers approve the second step (number 1), and <code>{names.release}</code> is called for it.
        This pays {grouped(amounts[1] ?? 0)}, rightly.
      </li>
      <li>
        Harm is done if the attacker has more than they began with and that payment, if gifts of others are
        gone, or if the escrow says that it paid what it did not pay.
      </li>
    </ol>
  );
}

/** The published contract, the course of the attack, and what came of the last run. */
function Drawing({ task, values, set, report = null }: LabDrawing<EscrowTask>) {
  const { names, attacker, building, source, tests } = task;
  const [attack, fixed] = [values.attack ?? task.attack, values.fixed ?? source];
  const problem = escrowCheck(task, { attack, fixed });
  const at = (field: string, else_: string) =>
    problem?.where === field ? { says: problem.says, good: false } : { says: else_, good: true };
  return (
    <>
      <h4>The escrow</h4>
      <p>
        Donors pay for {building}. The money lies in <code>{names.contract}</code> until two of three keepers
        release a step: a keeper for the donors, one for the charity, and an auditor.
      </p>
      <Money {...task} />
      <h4>The contract as it was published</h4>
      <CodeListing label="The contract as it was published" source={source} />
      {set && <ExampleContract />}
      <h4>What happens around your attack</h4>
      <Course {...task} />
      <BeforeRun of="Attack.sol" glances={[at('attack', `It has ${attacker}`), ...glancesAt(attack)]} />
      <BeforeRun
        of="Fixed.sol"
        glances={[at('fixed', `It has ${names.contract}, changed`), ...glancesAt(fixed)]}
      />
      <RunReportTable tests={tests} report={report} />
    </>
  );
}

export const view: LabView<EscrowTask> = { check: escrowCheck, Drawing };
