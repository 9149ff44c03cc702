import type { Metadata } from 'next';
import { eventWords, NetworkDrawing } from '@/components/labs/network/network-drawing';
import { NetworkForm } from '@/components/labs/network/network-form';
import { NetworkSteps } from '@/components/labs/network/network-steps';
import { Page, PageTitle } from '@/components/ui/page';
import { setupOf } from '@/kinds/network/setup';
import { endingOf, simulate } from '@/kinds/network/simulation';

const title = 'A consortium network to play with';
const description =
  'Choose who takes part in a permissioned ledger, whose signatures it needs and what goes wrong, and step through its messages.';

export const metadata: Metadata = { title, description, alternates: { canonical: '/network' } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NetworkPage({ searchParams }: Props) {
  const query = await searchParams;
  const setup = setupOf(query);
  const simulation = simulate(setup);
  const last = simulation.states.length - 1;
  const asked = typeof query.step === 'string' && /^\d{1,4}$/.test(query.step) ? Number(query.step) : 0;
  const step = Math.min(asked, last);
  const state = simulation.states[step];
  if (!state) return null;
  const event = state.events.at(-1);
  const ending = endingOf(simulation, setup);
  const good = ending.kind === 'agreed';
  return (
    <Page>
      <PageTitle lead="One entry goes through a permissioned ledger: members of a channel sign it, and all members order it by PBFT. Nothing here is real, and all of it stands in the address: copy that, and others see the same.">
        {title}
      </PageTitle>
      <div className="grid gap-10">
        <section aria-labelledby="now" className="grid gap-4">
          <h2 id="now" className="text-2xl">
            Step {step} of {last}
          </h2>
          <NetworkSteps setup={setup} step={step} last={last} />
          <p role="status">
            {event ? (
              <>
                {eventWords(event, simulation.digests)}. <strong>{event.outcome}</strong>
              </>
            ) : (
              `The entry has the digest ${simulation.digests[0]}. Nobody has said anything yet.`
            )}
          </p>
          {step === last && (
            <p className={`font-semibold ${good ? 'text-good' : 'text-bad'}`}>
              {good ? '✓' : '✗'} {ending.says}
            </p>
          )}
          <NetworkDrawing setup={setup} simulation={simulation} state={state} />
        </section>
        <section aria-labelledby="setup">
          <h2 id="setup" className="mb-4 text-2xl">
            The network
          </h2>
          <NetworkForm setup={setup} />
        </section>
        <section aria-labelledby="limits" className="max-w-prose">
          <h2 id="limits" className="mb-3 text-2xl">
            What it leaves out
          </h2>
          <p>
            Real members sign with keys, keep many entries in a block, choose another primary when nothing
            goes on, and catch up when a line is mended. Here one entry is played once, so that every message
            can be looked at. That an entry is ordered says nothing of whether it is true.
          </p>
        </section>
      </div>
    </Page>
  );
}
