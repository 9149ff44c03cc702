import { receivableCheck } from '@/kinds/labs/receivable/check';
import { priceAt } from '@/kinds/labs/receivable/price';
import type { ReceivableTask } from '@/kinds/labs/receivable/task';
import { ExampleContract } from '../code/example';
import type { LabDrawing, LabView } from '../view';
import { BeforeRun, glancesAt } from '../visuals/before-run';
import { CodeListing } from '../visuals/code-listing';
import { MoneyBars } from '../visuals/money-bars';
import { RunReportTable } from '../visuals/run-report';

const grouped = (amount: number) => amount.toLocaleString('en-GB');

/** The whole claim, the claim once it is split, and what a bank pays for each of both. */
function Claims({ people, invoice, part, discount }: ReceivableTask) {
  const rest = invoice - part;
  const [ofRest, ofPart] = [priceAt(rest, discount), priceAt(part, discount)];
  return (
    <MoneyBars
      label="One claim on its way"
      rows={[
        {
          label: 'Claim 0, as it is issued',
          parts: [{ who: people.supplier, amount: invoice, tone: 'one' }],
        },
        {
          label: 'Claims 0 and 1, after the split',
          parts: [
            { who: people.supplier, amount: rest, tone: 'one' },
            { who: people.workshop, amount: part, tone: 'other' },
          ],
        },
        {
          label: 'What a bank pays for them',
          parts: [
            { who: `to ${people.supplier}`, amount: ofRest, tone: 'one' },
            { who: 'kept by the bank, of claim 0', amount: rest - ofRest, tone: 'lost' },
            { who: `to ${people.workshop}`, amount: ofPart, tone: 'other' },
            { who: 'kept by the bank, of claim 1', amount: part - ofPart, tone: 'lost' },
          ],
        },
      ]}
    />
  );
}

/** The story, its numbers, the contract to begin with, and what came of the last run. */
function Drawing({ task, values, set, report = null }: LabDrawing<ReceivableTask>) {
  const { contract, discount, people, goods, invoice, part, source, tests } = task;
  const now = values.source ?? source;
  const problem = receivableCheck(task, { source: now });
  return (
    <>
      <h4>The claim</h4>
      <p>
        {people.buyer} has had {goods} delivered by {people.supplier}, and owes {grouped(invoice)}. Of this,{' '}
        {people.supplier} owes {grouped(part)} to {people.workshop}, who made a part of them. Both would
        rather have their money from {people.bank} today than from {people.buyer} in half a year. The bank
        keeps {discount} hundredths of a percent, which is {(discount / 100).toFixed(2)} percent.
      </p>
      <Claims {...task} />
      <p>
        Your contract is called <code>{contract}</code>. In the tests, accounts are called by what they are:
        buyer, supplier, workshop, bank and rival, which is a second bank. Amounts are in the smallest unit of
        the chain’s money.
      </p>
      <details className="lab-more">
        <summary>The contract that you begin with</summary>
        <CodeListing label="The contract that you begin with" source={source} />
      </details>
      {set && <ExampleContract />}
      <BeforeRun
        of="Your contract"
        glances={[
          problem
            ? { says: problem.says, good: false }
            : { says: `It has ${contract} with its discount`, good: true },
          ...glancesAt(now),
        ]}
      />
      <RunReportTable tests={tests} report={report} />
    </>
  );
}

export const view: LabView<ReceivableTask> = { check: receivableCheck, Drawing };
