'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { depositSource } from '@/kinds/solidity/example/deposit';
import { type DepositCall, isAmount, mostAmount } from '@/kinds/solidity/example/words';
import { CodeListing } from '../visuals/code-listing';
import { ExampleCalls } from './example-calls';
import { useExample } from './use-example';

/** An example contract that is called in this page alone: on a machine of its own, with money of its own. */
export function ExampleContract() {
  const { example, begin, call } = useExample();
  const latest = example.is === 'ready' ? example.calls.at(-1) : undefined;
  return (
    <details className="lab-more">
      <summary>An example contract, to call in this page</summary>
      <p>
        Ada has put this contract on a chain that lives in this page alone, and is its keeper. She and Ben
        have 1,000 each. Call it, and see what becomes of the call: nothing of it is handed in or kept.
      </p>
      <CodeListing label="The example contract" source={depositSource} />
      {example.is === 'ready' ? (
        <>
          <CallForm busy={example.busy} call={call} again={begin} />
          <p role="status" className="visually-hidden">
            {latest && `${latest.says}: ${latest.refused ?? 'it went through'}`}
          </p>
          <State now={latest?.after ?? example.chain.begins} />
          <h4>Calls, the latest first</h4>
          <ExampleCalls calls={example.calls} />
        </>
      ) : (
        <div className="lab-bench-acts">
          <Button type="button" look="secondary" disabled={example.is === 'loading'} onClick={begin}>
            {example.is === 'loading' ? 'The machine is on its way …' : 'Start the machine'}
          </Button>
          <p className="lab-help" role="status">
            {example.is === 'failed'
              ? 'It could not be loaded. Try again once you are online.'
              : 'It is the machine that the tests run on, less than 100 kB.'}
          </p>
        </div>
      )}
    </details>
  );
}

const functions = {
  putIn: 'putIn(), sending money',
  takeOut: 'takeOut(amount)',
} as const;

type FormProps = { busy: boolean; call: (asked: DepositCall) => void; again: () => void };

/** Who calls what. It stands in no form of its own: Enter in the amount calls, and hands nothing in. */
function CallForm({ busy, call, again }: FormProps) {
  const id = useId();
  const [who, setWho] = useState<DepositCall['who']>('ben');
  const [what, setWhat] = useState<DepositCall['what']>('putIn');
  const [amount, setAmount] = useState('300');
  const wrong = isAmount(amount)
    ? null
    : `Give a whole number from 0 to ${mostAmount.toLocaleString('en-GB')}.`;
  const send = () => {
    if (!wrong) call({ who, what, amount });
  };
  return (
    <section className="lab-bench" aria-label="Call the contract">
      <label>
        Who calls
        <select value={who} onChange={({ target }) => setWho(target.value as DepositCall['who'])}>
          <option value="ben">Ben</option>
          <option value="ada">Ada, the keeper</option>
        </select>
      </label>
      <label>
        Which function
        <select value={what} onChange={({ target }) => setWhat(target.value as DepositCall['what'])}>
          {Object.entries(functions).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Amount
        <input
          value={amount}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-wrong`}
          onChange={({ target }) => setAmount(target.value.trim())}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            send();
          }}
        />
      </label>
      <p id={`${id}-wrong`} className="lab-problem" role="status">
        {wrong}
      </p>
      <div className="lab-bench-acts">
        <Button type="button" disabled={busy} onClick={send}>
          Call
        </Button>
        <Button type="button" look="quiet" onClick={again}>
          Begin with a new chain
        </Button>
      </div>
    </section>
  );
}

/** What stands on the chain now. */
function State({ now }: { now: { held: string; contract: string; ada: string; ben: string } }) {
  const rows = [
    ['held, as the contract has written it down', now.held],
    ['What the contract has', now.contract],
    ['What Ada has', now.ada],
    ['What Ben has', now.ben],
  ] as const;
  return (
    <table className="figure-table">
      <caption>What stands on the chain now</caption>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{Number(value).toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
