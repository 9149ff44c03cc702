'use client';

import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { Button } from '@/components/ui/button';
import { useOwnKey } from '../own-key';
import type { LabDrawing } from '../view';
import { Digest } from '../visuals/digest';

type Props = { line: string; set: NonNullable<LabDrawing<unknown>['set']> };

/** Makes a key pair in this browser and signs the challenge with it; the secret key stays here. */
export function KeyTool({ line, set }: Props) {
  const { ready, secret, keep } = useOwnKey(`lab key ${line}`);
  if (!ready) return null;
  const publicKey = secret && bytesToHex(ed25519.getPublicKey(hexToBytes(secret)));
  return (
    <div className="lab-own-tool">
      {secret && publicKey && (
        <>
          <p>
            Your key pair is kept in this browser. The secret key is not handed in; the public key is{' '}
            <Digest of={publicKey} />
          </p>
          <Button
            type="button"
            onClick={() =>
              set({
                publicKey,
                signature: bytesToHex(ed25519.sign(utf8ToBytes(line), hexToBytes(secret))),
              })
            }
          >
            Sign the challenge
          </Button>
        </>
      )}
      <Button
        type="button"
        look="secondary"
        onClick={() => keep(bytesToHex(ed25519.utils.randomSecretKey()))}
      >
        {secret ? 'Make another key pair' : 'Make a key pair'}
      </Button>
    </div>
  );
}

/** How the same is done with another tool. */
export function OwnTool({ line }: { line: string }) {
  return (
    <details className="chart-table">
      <summary>With a tool of your own</summary>
      <p>Any program that knows Ed25519 can do it. These lines make a key, sign, and write both as digits:</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with a keyboard */}
      <pre className="lab-shell" tabIndex={0}>
        {[
          'openssl genpkey -algorithm ed25519 -out key.pem',
          'openssl pkey -in key.pem -pubout -outform DER | tail -c 32 | xxd -p -c 32',
          `printf %s '${line}' > line.txt`,
          'openssl pkeyutl -sign -rawin -inkey key.pem -in line.txt | xxd -p -c 64',
        ].join('\n')}
      </pre>
    </details>
  );
}
