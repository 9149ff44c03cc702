'use client';

import { sm2 } from 'sm-crypto-v2';
import { Button } from '@/components/ui/button';
import { sm2PublicKey } from '@/kinds/labs/national/signing';
import { isPublicKey, zaOf } from '@/kinds/labs/national/sm';
import { useOwnKey } from '../own-key';
import type { LabDrawing } from '../view';

type Props = { line: string; userId: string; set: NonNullable<LabDrawing<unknown>['set']> };

/** Makes an SM2 key in this browser and signs the challenge with it; the secret key stays here. */
export function Sm2Tool({ line, userId, set }: Props) {
  const { ready, secret, keep } = useOwnKey(`lab key ${line}`);
  if (!ready) return null;
  const sign = (key: string) => {
    const publicKey = sm2PublicKey(key);
    set({
      publicKey,
      za: zaOf(publicKey, userId) ?? '',
      signature: sm2.doSignature(line, key, { hash: true, publicKey, userId }),
    });
  };
  return (
    <div className="lab-own-tool">
      {secret && (
        <>
          <p>Your key is kept in this browser, and the secret part of it is not handed in.</p>
          <Button type="button" onClick={() => sign(secret)}>
            Sign the challenge
          </Button>
        </>
      )}
      <Button
        type="button"
        look="secondary"
        onClick={() => {
          const { privateKey, publicKey } = sm2.generateKeyPairHex();
          if (isPublicKey(publicKey)) keep(privateKey);
        }}
      >
        {secret ? 'Make another SM2 key' : 'Make an SM2 key'}
      </Button>
    </div>
  );
}

/** How the same is done with another tool. */
export function OwnSm2Tool({ line, userId }: Omit<Props, 'set'>) {
  return (
    <details className="chart-table">
      <summary>With a tool of your own</summary>
      <p>
        OpenSSL 3 does it so. The last line shows r and s as two whole numbers; write them in lower case, one
        after the other, each filled up in front with zeros to 64 digits.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with a keyboard */}
      <pre className="lab-shell" tabIndex={0}>
        {[
          'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2 -out key.pem',
          'openssl pkey -in key.pem -pubout -outform DER | tail -c 65 | xxd -p -c 65',
          `printf %s '${line}' > line.txt`,
          `openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:'${userId}' -inkey key.pem -in line.txt -out signature.der`,
          'openssl asn1parse -inform DER -in signature.der',
        ].join('\n')}
      </pre>
      <p>
        Z_A is SM3 of the table below, row after row: <code>xxd -r -p | openssl sm3</code> takes the digits of
        all its rows.
      </p>
    </details>
  );
}
