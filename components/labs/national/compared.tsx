import type { NationalTask } from '@/kinds/labs/national/task';
import { Digest } from '../visuals/digest';

const bytesIn = (digits: string) => `${digits.length / 2} bytes`;

/** Two signatures of one challenge beside each other. */
export function Compared({ beside }: Pick<NationalTask, 'beside'>) {
  const rows = [
    ['Curve', 'y² = x³ + ax + b, 256 bits', 'edwards25519, 255 bits'],
    ['Hash', 'SM3, 32 bytes', 'SHA-512, 64 bytes'],
    ['Public key', '65 bytes, as x and y', `${bytesIn(beside.publicKey)}, as y and a sign`],
    ['Signature', '64 bytes, r and s', `${bytesIn(beside.signature)}, a point and a number`],
    ['Signed with the text', 'user id, curve and key, as Z_A', 'key, and a point made for this text'],
    ['Secret number of a signature', 'drawn anew each time', 'worked out from key and text'],
  ] as const;
  return (
    <>
      <table className="figure-table lab-said">
        <caption className="visually-hidden">SM2 and Ed25519 beside each other</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What</span>
            </th>
            <th scope="col">SM2</th>
            <th scope="col">Ed25519</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, sm, ed]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{sm}</td>
              <td>{ed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="lab-facts">
        <dt>Your challenge, signed by a clerk with Ed25519</dt>
        <dd>
          <Digest of={beside.signature} />
        </dd>
        <dt>The key of the clerk</dt>
        <dd>
          <Digest of={beside.publicKey} />
        </dd>
      </dl>
    </>
  );
}
