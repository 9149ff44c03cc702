'use client';

import { useMemo } from 'react';
import { nationalCheck } from '@/kinds/labs/national/check';
import { fitsSm2, zaOf } from '@/kinds/labs/national/sm';
import type { NationalTask } from '@/kinds/labs/national/task';
import { lineOf } from '@/kinds/labs/sign/statement';
import { Compared } from '../national/compared';
import { Padded } from '../national/padded';
import { OwnSm2Tool, Sm2Tool } from '../national/sm2-tool';
import { Za } from '../national/za';
import type { LabDrawing, LabView } from '../view';
import { Digest } from '../visuals/digest';
import { SignedParts } from '../visuals/signed-parts';

/** The message that is padded, the challenge that is signed, and the signature whose user id is looked for. */
function Drawing({ task, values, set }: LabDrawing<NationalTask>) {
  const { message, challenge, beside, received } = task;
  const { block = '', publicKey = '', signature = '', id = '' } = values;
  const [line, userId] = [lineOf(challenge), challenge.who];
  const own = useMemo(
    () => fitsSm2(publicKey, signature, line, userId),
    [publicKey, signature, line, userId],
  );
  return (
    <>
      <h4>A message for SM3</h4>
      <Padded message={message} block={block} set={set} />
      <h4>Your challenge for SM2</h4>
      <SignedParts
        label="The four parts of your challenge"
        parts={[
          { label: 'Domain', value: challenge.domain },
          { label: 'Who, and your user id', value: userId },
          { label: 'What for', value: challenge.what },
          { label: 'Nonce', value: challenge.nonce },
        ]}
      />
      <p>As the line that is signed, without a line break:</p>
      <blockquote className="lab-text">
        <code>{line}</code>
      </blockquote>
      {set && <Sm2Tool line={line} userId={userId} set={set} />}
      {set && <OwnSm2Tool line={line} userId={userId} />}
      <p aria-live="polite" className={toneOf(signature !== '', own)}>
        {own
          ? '✓ The signature in the form fits your challenge with your user id.'
          : signature === ''
            ? 'There is no signature in the form yet.'
            : '! The signature in the form does not fit your challenge with your user id.'}
      </p>
      <h4>What Z_A is made of</h4>
      <Za userId={userId} publicKey={publicKey} />
      <h4>Beside Ed25519</h4>
      <Compared beside={beside} />
      <h4>A message that came in</h4>
      <Received received={received} chosen={received.ids[Number(id) - 1]} />
    </>
  );
}

const toneOf = (given: boolean, fits: boolean) => (given ? (fits ? 'lab-is-good' : 'lab-is-bad') : undefined);

/** The received message, and whether its signature fits with the user id that is chosen in the form. */
function Received({ received, chosen }: { received: NationalTask['received']; chosen: string | undefined }) {
  const { text, publicKey, signature } = received;
  const fits = useMemo(
    () => chosen !== undefined && fitsSm2(publicKey, signature, text, chosen),
    [publicKey, signature, text, chosen],
  );
  return (
    <>
      <dl className="lab-facts">
        <dt>Text</dt>
        <dd>
          <code>{text}</code>
        </dd>
        <dt>SM2 key</dt>
        <dd>
          <Digest of={publicKey} />
        </dd>
        <dt>Signature</dt>
        <dd>
          <Digest of={signature} />
        </dd>
        {chosen !== undefined && (
          <>
            <dt>
              Z_A with <code>{chosen}</code>
            </dt>
            <dd>
              <Digest of={zaOf(publicKey, chosen) ?? ''} />
            </dd>
          </>
        )}
      </dl>
      <p aria-live="polite" className={toneOf(chosen !== undefined, fits)}>
        {chosen === undefined && 'Choose a user id in the form to see whether the signature fits with it.'}
        {chosen !== undefined &&
          (fits
            ? '✓ With this user id the signature fits text and key.'
            : '! With this user id another digest was to be signed: the signature does not fit.')}
      </p>
    </>
  );
}

export const view: LabView<NationalTask> = { check: nationalCheck, Drawing };
