import { isCommitted, isPrepared } from '@/kinds/labs/pbft/machine';
import { faultWords, type NetworkSetup, organisations, titled } from '@/kinds/network/setup';
import type { NetworkEvent, NetworkState, Simulation } from '@/kinds/network/simulation';
import { Rounds } from '../visuals/rounds';
import { Scrolled } from '../visuals/scrolled';

type Props = { setup: NetworkSetup; simulation: Simulation; state: NetworkState };

const phases = ['pre-prepare', 'prepare', 'commit'] as const;
const nameAt = (at: number): string => titled(organisations[at] ?? '');

/** An event in words. */
export function eventWords({ phase, from, to, says }: NetworkEvent, digests: Simulation['digests']): string {
  return to === null
    ? `${nameAt(from)} is asked to sign ${digests[0]}`
    : `${nameAt(from)} to ${nameAt(to)}: ${phase} ${digests[says]}`;
}

/** The messages of a network up to a step, and what each of its members knows by then. */
export function NetworkDrawing({ setup, simulation, state }: Props) {
  const { digests, setting } = simulation;
  const members = organisations.slice(0, setup.size);
  const faultsOf = (at: number) => setup.faults[at] ?? 'none';
  return (
    <>
      <Rounds
        id="network"
        title="The messages that order the entry"
        lanes={members.map((name, at) => ({
          name: titled(name),
          notes: [
            ...(at === setup.primary ? ['primary'] : []),
            ...(faultsOf(at) === 'none'
              ? []
              : [{ crash: 'silent', delay: 'late', lie: 'lies' }[faultsOf(at) as 'lie']]),
            ...(setup.apart[at] ? ['cut off'] : []),
          ],
          bad: faultsOf(at) === 'lie' || faultsOf(at) === 'crash',
        }))}
        rounds={phases.map((phase) => ({
          name: phase,
          messages: state.events.flatMap((event) =>
            event.phase === phase && event.to !== null
              ? [
                  {
                    text: eventWords(event, digests),
                    from: event.from,
                    to: [event.to],
                    says: event.says,
                    outcome: event.outcome,
                    ...(event.arrives ? {} : { lost: true as const }),
                  },
                ]
              : [],
          ),
          marks: [],
        }))}
        legend={digests}
      />
      <Scrolled label="What each member knows">
        <table className="figure-table">
          <caption className="visually-hidden">What each member knows at this step</caption>
          <thead>
            <tr>
              <th scope="col">Member</th>
              <th scope="col">Signature</th>
              <th scope="col">Proposal it took</th>
              <th scope="col">Standing</th>
              <th scope="col">Its ledger</th>
            </tr>
          </thead>
          <tbody>
            {members.map((name, at) => {
              const replica = state.replicas[at];
              const committed = replica && isCommitted(setting, replica);
              const prepared = replica && isPrepared(setting, replica);
              return (
                <tr key={name}>
                  <th scope="row">
                    {titled(name)}
                    <span className="block text-sm font-normal text-soft">{faultWords[faultsOf(at)]}</span>
                  </th>
                  <td>
                    {setup.inChannel[at] ? (state.signed.has(at) ? 'signed' : 'none yet') : 'not asked'}
                  </td>
                  <td>{replica?.accepted ?? '–'}</td>
                  <td>{committed ? 'committed' : prepared ? 'prepared' : 'open'}</td>
                  <td>
                    {!committed
                      ? 'as before'
                      : setup.inChannel[at]
                        ? `the entry ${replica.accepted}, in words`
                        : `only the digest ${replica.accepted}`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
