import { lineOf } from '@/kinds/labs/sign/statement';
import type { Message, SignTask } from '@/kinds/labs/sign/task';
import { isSignedBy } from '@/kinds/labs/sign/verify';
import { Digest } from '../visuals/digest';
import { SignedParts } from '../visuals/signed-parts';

/** What a receiver has at hand: the keys of those who are known, and the nonces of yesterday. */
export function Book({ task }: { task: SignTask }) {
  return (
    <dl className="lab-facts">
      <dt>Your own domain</dt>
      <dd>
        <code>{task.challenge.domain}</code>
      </dd>
      {task.book.map(({ who, key }) => (
        <div key={who}>
          <dt>Key of the {who.toLowerCase()}</dt>
          <dd>
            <Digest of={key} />
          </dd>
        </div>
      ))}
      <dt>Nonces that were used before</dt>
      <dd>
        <code>{task.used.join(' ')}</code>
      </dd>
    </dl>
  );
}

/** The messages that came in, in their order, each with what arithmetic can say of it and no more. */
export function Received({ messages }: { messages: readonly Message[] }) {
  return (
    <ol className="lab-messages">
      {messages.map((message, at) => {
        const fits = isSignedBy(message.key, message.signature, lineOf(message));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message may come twice, and its place tells it apart
          <li key={at}>
            <h5>Message {at + 1}</h5>
            <SignedParts
              label={`The parts of message ${at + 1}`}
              parts={[
                { label: 'Domain', value: message.domain },
                { label: 'Sender', value: message.who },
                { label: 'Text', value: message.what },
                { label: 'Nonce', value: message.nonce },
              ]}
            />
            <dl className="lab-facts">
              <dt>Key that came with it</dt>
              <dd>
                <Digest of={message.key} />
              </dd>
              <dt>Signature</dt>
              <dd>
                <Digest of={message.signature} short />
              </dd>
            </dl>
            <p className={fits ? 'lab-is-good' : 'lab-is-bad'}>
              {fits
                ? '✓ The signature fits these four parts under this key.'
                : '! The signature does not fit these four parts under this key.'}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
