import { lineOf, type Statement } from '@/kinds/labs/sign/statement';
import { isSignedBy, publicKeyIs } from '@/kinds/labs/sign/verify';
import type { Values } from '@/kinds/labs/verdict';

/** The same digits with another one at the end. */
const touched = (digits: string) => `${digits.slice(0, -1)}${digits.endsWith('0') ? '1' : '0'}`;

/** What is wrong with the key that stands in the form, as a sentence; null where nothing is. */
function keySays(publicKey: string): string | null {
  if (publicKey === '') return 'There is no public key in the form yet.';
  const is = publicKeyIs(publicKey);
  if (is === 'none') return '! What stands in the form is no public key of Ed25519.';
  return is === 'weak' ? '! Under this public key a signature fits many texts.' : null;
}

/** For which lines the signature in the form fits, one altered in each part and one that comes again. */
export function Fits({ challenge, values }: { challenge: Statement; values: Values }) {
  const { publicKey = '', signature = '' } = values;
  const problem = keySays(publicKey);
  if (problem) return <p aria-live="polite">{problem}</p>;
  const fits = (statement: Statement) => isSignedBy(publicKey, signature, lineOf(statement));
  const own = fits(challenge);
  const rows = [
    { what: 'Your challenge', is: own, receiver: own ? 'Accepted; the nonce is written down' : 'Refused' },
    { what: 'Another nonce', is: fits({ ...challenge, nonce: touched(challenge.nonce) }) },
    { what: 'Another learner', is: fits({ ...challenge, who: touched(challenge.who) }) },
    { what: 'Another domain', is: fits({ ...challenge, domain: 'courses.example' }) },
    {
      what: 'Your challenge again',
      is: own,
      receiver: own ? 'Refused, and only because the nonce was written down' : 'Refused',
    },
  ];
  return (
    <table className="figure-table lab-said" aria-live="polite">
      <caption className="visually-hidden">For which lines your signature fits</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Your signature</th>
          <th scope="col">Receiver</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, is, receiver = 'Refused' }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td className={is ? 'lab-is-good' : 'lab-is-bad'}>{is ? '✓ fits' : '! does not fit'}</td>
            <td>{receiver}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
