import { headerHash, setHash } from '@/kinds/labs/city/header';
import type { CityTask } from '@/kinds/labs/city/task';
import { Digest } from '../visuals/digest';
import { Scrolled } from '../visuals/scrolled';

/** What city B knows before anything arrives: the header that it accepted last, and who is a validator when. */
export function Known({ trusted, former, current }: CityTask) {
  const offices = [
    ...current.offices,
    ...former.offices.filter(({ key }) => !current.offices.some((one) => one.key === key)),
  ];
  const isIn = (of: CityTask['current'], key: string) => of.offices.some((one) => one.key === key);
  return (
    <>
      <h4>What city B knows</h4>
      <dl className="lab-facts">
        <dt>Chain of city A</dt>
        <dd>{trusted.chain}</dd>
        <dt>Header accepted last</dt>
        <dd>
          Height {trusted.height}, hash <Digest of={headerHash(trusted)} short />
        </dd>
        <dt>Validators now: term {current.term}</dt>
        <dd>
          List with the hash <Digest of={setHash(current)} short />
        </dd>
        <dt>Validators before: term {former.term}</dt>
        <dd>
          List with the hash <Digest of={setHash(former)} short />
        </dd>
      </dl>
      <Scrolled label="Offices of city A">
        <table className="figure-table lab-words-table">
          <caption className="visually-hidden">
            Offices of city A, and in which term each is a validator
          </caption>
          <thead>
            <tr>
              <th scope="col">Office</th>
              <th scope="col">Key</th>
              <th scope="col">Term {former.term}</th>
              <th scope="col">Term {current.term}</th>
            </tr>
          </thead>
          <tbody>
            {offices.map(({ name, key }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <Digest of={key} short />
                </td>
                <td>{isIn(former, key) ? 'yes' : '–'}</td>
                <td>{isIn(current, key) ? 'yes' : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
