'use client';

import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { provenanceCheck, reasons } from '@/kinds/labs/provenance/check';
import { type Event, type ProvenanceTask, signedBy } from '@/kinds/labs/provenance/events';
import type { Kind } from '@/kinds/labs/provenance/story';
import type { LabDrawing, LabView } from '../view';
import { Digest } from '../visuals/digest';
import { Journeys } from '../visuals/journeys';
import { type Entry, Ledger } from '../visuals/ledger';
import { Scrolled } from '../visuals/scrolled';

const day = 24 * 60;
const two = (value: number) => String(value).padStart(2, '0');
const when = (at: number) =>
  `day ${Math.floor(at / day) + 1}, ${two(Math.floor((at % day) / 60))}:${two(at % 60)}`;

/** What a learner says of an event in one of their findings. */
function markOf(id: string, values: LabDrawing<ProvenanceTask>['values']): string | undefined {
  for (const at of [1, 2]) {
    if (values[`event-${at}`] !== id) continue;
    const why = values[`why-${at}`] ?? '';
    return `finding ${at}. ${Object.hasOwn(reasons, why) ? `${reasons[why as Kind]}.` : 'You have not said yet why.'}`;
  }
  return undefined;
}

const factsOf = ({ place, device, kg, seal, celsius }: Event, km: number): [string, string][] => [
  [place, `km ${km}`],
  ...(kg === undefined ? [] : [['weight', `${kg} kg`] as [string, string]]),
  ...(seal === undefined ? [] : [['seal', seal] as [string, string]]),
  ...(celsius === undefined ? [] : [['cold', `${celsius} °C`] as [string, string]]),
  ['device', device],
];

/** Who signed what, and whether the signatures hold. */
function Signers({ task, set }: Pick<LabDrawing<ProvenanceTask>, 'task' | 'set'>) {
  const [valid, setValid] = useState<number | null>(null);
  const work = () =>
    setValid(
      task.signers.filter(({ by, key, signature }) =>
        ed25519.verify(hexToBytes(signature), signedBy(task.events, by), hexToBytes(key)),
      ).length,
    );
  return (
    <>
      <dl className="lab-facts">
        {task.signers.map(({ by, key }) => (
          <div key={by}>
            <dt>
              {by}: {task.events.filter((event) => event.by === by).length} events, signed with the key
            </dt>
            <dd>
              <Digest of={key} short />
            </dd>
          </div>
        ))}
      </dl>
      {set && (
        <p>
          <button type="button" className={buttonClass('secondary')} onClick={work}>
            Check the signatures
          </button>{' '}
          <span role="status">
            {valid !== null &&
              `${valid} of ${task.signers.length} signatures are valid, over ${task.events.length} events.`}
          </span>
        </p>
      )}
    </>
  );
}

/** All events in the order of time, for whoever would rather compare columns. */
function Table({ task, kmOf }: { task: ProvenanceTask; kmOf: (event: Event) => number }) {
  return (
    <details className="chart-table">
      <summary>All {task.events.length} events as one table</summary>
      <Scrolled label="All events in the order of time">
        <table className="figure-table lab-events">
          <thead>
            <tr>
              {['Event', 'Time', 'Lot', 'What', 'Km', 'Kg', 'Seal', '°C', 'Device', 'Signed by'].map(
                (name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {task.events.map((event) => (
              <tr key={event.id}>
                <th scope="row">
                  <code>{event.id}</code>
                </th>
                <td>{when(event.at)}</td>
                <td>{event.lot}</td>
                <td>{event.what}</td>
                <td>{kmOf(event)}</td>
                <td>{event.kg ?? '–'}</td>
                <td>{event.seal ?? '–'}</td>
                <td>{event.celsius ?? '–'}</td>
                <td>{event.device}</td>
                <td>{event.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

/** The batch: its ways over time, each lot event by event, the devices, and who signed. */
function Drawing({ task, values, set }: LabDrawing<ProvenanceTask>) {
  const kmOf = (event: Event) => task.places.find(({ name }) => name === event.place)?.km ?? 0;
  const lots = [...new Set(task.events.map(({ lot }) => lot))].sort().map((lot) => ({
    lot,
    events: task.events.filter((event) => event.lot === lot),
  }));
  const marks = [1, 2].map((at) => values[`event-${at}`]);
  return (
    <>
      <h4>The ways of the three lots</h4>
      <Journeys
        label="Kilometres from the farm, by time"
        places={task.places}
        day={day}
        lines={lots.map(({ lot, events }) => ({
          name: `Lot ${lot}`,
          stops: events.map((event) => ({
            id: event.id,
            at: event.at,
            km: kmOf(event),
            marked: marks.includes(event.id),
          })),
        }))}
      />
      <h4>What was written down</h4>
      <div className="lab-ledgers">
        {lots.map(({ lot, events }) => (
          <Ledger
            key={lot}
            label={`Lot ${lot}`}
            entries={events.map((event): Entry => {
              const mark = markOf(event.id, values);
              return {
                id: event.id,
                when: when(event.at),
                title: event.what,
                facts: factsOf(event, kmOf(event)),
                ...(mark ? { mark } : {}),
              };
            })}
          />
        ))}
      </div>
      <Table task={task} kmOf={kmOf} />
      <h4>Where the devices are</h4>
      <ul className="lab-claims">
        {task.devices.map(({ id, what, place }) => (
          <li key={id}>
            <code>{id}</code> {what}: {place ? `fixed at ${place}` : 'travels with it'}
          </li>
        ))}
      </ul>
      <h4>Who signed</h4>
      <Signers task={task} set={set} />
    </>
  );
}

export const view: LabView<ProvenanceTask> = { check: provenanceCheck, Drawing };
