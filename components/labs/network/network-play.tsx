'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import {
  addressOf,
  type Fault,
  faultChoices,
  type NetworkSetup,
  organisations,
  titled,
  waysFrom,
} from '@/kinds/network/setup';
import { endingOf, simulate } from '@/kinds/network/simulation';
import { Scrolled } from '../visuals/scrolled';
import { eventWords, NetworkDrawing } from './network-drawing';

type Props = {
  /** What is played, as long as nobody changes it here. */
  setup: NetworkSetup;
  /** What it has to do with the lab. */
  says: string;
};

/**
 * A network inside of a lab, set up by what stands in the lab: stepped through, and broken by hand. It is played once
 * somebody opens it. Without a script the page of the network has the same.
 */
export function NetworkPlay({ setup, says }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="lab-more" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Play it in a network</summary>
      <p>{says}</p>
      {/* Another network begins anew. */}
      {isOpen && <Played key={addressOf(setup, 0)} setup={setup} />}
    </details>
  );
}

function Played({ setup: given }: { setup: NetworkSetup }) {
  const [setup, setSetup] = useState(given);
  const [asked, setAsked] = useState(0);
  // Whoever types into the lab draws it anew: the same network is played once.
  const simulation = useMemo(() => simulate(setup), [setup]);
  const last = simulation.states.length - 1;
  const step = Math.min(asked, last);
  const state = simulation.states[step];
  if (!state) return null;
  const event = state.events.at(-1);
  const ending = endingOf(simulation, setup);
  const change = (changed: Partial<NetworkSetup>) => {
    setSetup({ ...setup, ...changed });
    setAsked(0);
  };
  return (
    <>
      <Members setup={setup} change={change} />
      <div className="lab-bench-acts">
        {waysFrom(step, last).map(({ label, to }) => (
          <Button
            key={label}
            type="button"
            look="secondary"
            disabled={to === null}
            onClick={() => to !== null && setAsked(to)}
          >
            {label}
          </Button>
        ))}
      </div>
      <p role="status">
        Step {step} of {last}.{' '}
        {event ? (
          <>
            {eventWords(event, simulation.digests)}. <strong>{event.outcome}</strong>
          </>
        ) : (
          `The entry has the digest ${simulation.digests[0]}.`
        )}
        {step === last && (
          <strong className={ending.kind === 'agreed' ? 'lab-is-good' : 'lab-is-bad'}>
            {' '}
            {ending.kind === 'agreed' ? '✓' : '✗'} {ending.says}
          </strong>
        )}
      </p>
      <NetworkDrawing setup={setup} simulation={simulation} state={state} />
      <p>
        <a href={addressOf(setup, step)} className="preview-link">
          This network on a page of its own
        </a>
        , to share or to project
      </p>
    </>
  );
}

type MembersProps = { setup: NetworkSetup; change: (changed: Partial<NetworkSetup>) => void };

/** What is wrong with whom, and who is behind a line that is cut. */
function Members({ setup, change }: MembersProps) {
  const members = organisations.slice(0, setup.size);
  const withAt = <T,>(list: readonly T[], at: number, value: T): T[] =>
    list.map((one, place) => (place === at ? value : one));
  return (
    <Scrolled label="Members and what is wrong with them">
      <table className="lab-table">
        <thead>
          <tr>
            <th scope="col">Member</th>
            <th scope="col">What is wrong with it</th>
            <th scope="col">Behind the cut line</th>
          </tr>
        </thead>
        <tbody>
          {members.map((name, at) => (
            <tr key={name}>
              <th scope="row">{titled(name)}</th>
              <td>
                <select
                  value={setup.faults[at]}
                  aria-label={`What is wrong with ${titled(name)}`}
                  onChange={({ target }) =>
                    change({ faults: withAt(setup.faults, at, target.value as Fault) })
                  }
                >
                  {faultChoices.map(({ fault, label }) => (
                    <option key={fault} value={fault}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <input
                  type="checkbox"
                  checked={setup.apart[at] ?? false}
                  aria-label={`${titled(name)} is behind the cut line`}
                  onChange={({ target }) => change({ apart: withAt(setup.apart, at, target.checked) })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
