import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isPublicKey, zaOf } from '@/kinds/labs/national/sm';
import { Digest } from '../visuals/digest';

/** The numbers of the curve of SM2 and its base point, from GB/T 32918.5. */
const curve = [
  { what: 'a', digits: 'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' },
  { what: 'b', digits: '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' },
  { what: 'x of the base point', digits: '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' },
  { what: 'y of the base point', digits: 'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0' },
];

/** What Z_A is the digest of, part after part. */
export function Za({ userId, publicKey }: { userId: string; publicKey: string }) {
  const id = bytesToHex(utf8ToBytes(userId));
  const key = isPublicKey(publicKey) ? publicKey : null;
  const rows = [
    { what: 'Length of the user id in bits', digits: (id.length * 4).toString(16).padStart(4, '0') },
    { what: `User id ${userId}`, digits: id },
    ...curve,
    { what: 'x of your public key', digits: key?.slice(2, 66) },
    { what: 'y of your public key', digits: key?.slice(66) },
  ];
  const za = key && zaOf(key, userId);
  return (
    <>
      <table className="figure-table lab-said">
        <caption className="visually-hidden">What Z_A is the digest of</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Bytes</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, digits }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{digits ? <Digest of={digits} /> : 'No key that can be read is in the form yet.'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {za && (
        <p aria-live="polite">
          Z_A, SM3 of all these bytes: <Digest of={za} />
        </p>
      )}
    </>
  );
}
