import { Button, ButtonLink } from '@/components/ui/button';
import { faultChoices, type NetworkSetup, organisations, titled } from '@/kinds/network/setup';
import { Scrolled } from '../visuals/scrolled';

const control = 'min-h-11 w-full rounded-md border border-rule bg-raised px-3 py-2 text-base font-normal';

/** How a network is set up: a plain form whose answer is the address of that network. */
export function NetworkForm({ setup }: { setup: NetworkSetup }) {
  const members = organisations.slice(0, setup.size);
  return (
    <form action="/network" method="get" className="grid gap-5" aria-label="The network">
      <div className="grid gap-5 sm:grid-cols-2">
        <label className="grid gap-1 font-semibold">
          Members
          <select name="size" defaultValue={setup.size} className={control}>
            {[4, 5, 6, 7].map((size) => (
              <option key={size} value={size}>
                {size}: {Math.floor((size - 1) / 3)} may lie
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 font-semibold">
          Who proposes the order
          <select name="primary" defaultValue={setup.primary} className={control}>
            {members.map((name, at) => (
              <option key={name} value={at}>
                {titled(name)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 font-semibold">
          Whose signatures are enough
          <input
            name="policy"
            defaultValue={setup.policy}
            maxLength={160}
            autoComplete="off"
            className={control}
            aria-describedby="policy-help"
          />
          <span id="policy-help" className="text-sm font-normal text-soft">
            As “Bank and Regulator”, or “2 of (Bank, Buyer, Customs)”.
          </span>
        </label>
        <label className="grid gap-1 font-semibold">
          Word from which the order of messages is drawn
          <input
            name="seed"
            defaultValue={setup.seed}
            maxLength={16}
            autoComplete="off"
            className={control}
          />
        </label>
      </div>
      <Scrolled label="Members and what is wrong with them">
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">Member</th>
              <th scope="col">What is wrong with it</th>
              <th scope="col">In the channel</th>
              <th scope="col">Behind the cut line</th>
            </tr>
          </thead>
          <tbody>
            {members.map((name, at) => (
              <tr key={name}>
                <th scope="row">{titled(name)}</th>
                <td>
                  <select
                    name={`fault-${name}`}
                    defaultValue={setup.faults[at]}
                    aria-label={`What is wrong with ${titled(name)}`}
                    className={control}
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
                    name={`in-${name}`}
                    value="yes"
                    defaultChecked={setup.inChannel[at]}
                    aria-label={`${titled(name)} is in the channel`}
                    className="h-6 w-6 accent-accent"
                  />
                </td>
                <td>
                  <input
                    type="checkbox"
                    name={`apart-${name}`}
                    value="yes"
                    defaultChecked={setup.apart[at]}
                    aria-label={`${titled(name)} is behind the cut line`}
                    className="h-6 w-6 accent-accent"
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <div className="flex flex-wrap gap-3">
        <Button>Play this network</Button>
        <ButtonLink look="secondary" href="/network">
          Begin anew
        </ButtonLink>
      </div>
    </form>
  );
}
