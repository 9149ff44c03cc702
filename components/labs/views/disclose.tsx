import { hexToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '@/kinds/labs/digest';
import { discloseCheck, tracesOnChain } from '@/kinds/labs/disclose/check';
import { commitmentTo, lineOf } from '@/kinds/labs/disclose/claims';
import { base64, forms, written } from '@/kinds/labs/disclose/scan';
import type { DiscloseTask } from '@/kinds/labs/disclose/task';
import type { LabDrawing, LabView } from '../view';
import { ByteMap, type Span } from '../visuals/byte-map';
import { Digest } from '../visuals/digest';

type Props = Pick<LabDrawing<DiscloseTask>, 'task' | 'values'>;

/** What the field holds as digests; null while it is anything else. */
function digestsIn(text: string): string[] | null {
  const lines = text.split('\n');
  return lines.length <= 8 && lines.every((line) => /^[0-9a-f]{64}$/.test(line)) ? lines : null;
}

/** The claims, the line of each, and whether its digest stands in the first field. */
function Credential({ task, values }: Props) {
  const given = digestsIn(values.digests ?? '');
  return (
    <>
      <ol className="lab-claims">
        {task.claims.map((claim) => {
          const digest = fingerprint(lineOf(claim));
          return (
            <li key={claim.name}>
              <strong>{claim.name}</strong>: {claim.value}
              <code className="lab-line">{lineOf(claim)}</code>
              <Digest of={digest} />
              <span className={given?.includes(digest) ? 'lab-says-good' : 'lab-says'}>
                {given?.includes(digest) ? 'Its digest is in your list.' : 'Its digest is not in your list.'}
              </span>
            </li>
          );
        })}
      </ol>
      <dl className="lab-facts">
        <dt>SHA-256 of the digests in the first field, as they stand there</dt>
        <dd>{given ? <Digest of={commitmentTo(given)} /> : 'There is no list of digests there yet.'}</dd>
      </dl>
    </>
  );
}

/** What an employer learns from what is handed over: each line with its digest, and whether that was committed to. */
function Shown({ task, values }: Props) {
  const parts = (values.shown ?? '').slice(0, 600).split('~').filter(Boolean);
  const given = digestsIn(values.digests ?? '');
  if (parts.length === 0) return <p>Nothing is handed over yet, so the employer learns nothing.</p>;
  return (
    <ul className="lab-claims">
      {parts.map((part, at) => {
        const claim = task.claims.find((one) => lineOf(one) === part);
        const listed = given?.includes(fingerprint(part));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be handed over twice
          <li key={at}>
            {claim ? (
              <>
                They learn: <strong>{claim.name}</strong> is <strong>{claim.value}</strong>.
              </>
            ) : (
              'This is the line of none of your claims.'
            )}
            <Digest of={fingerprint(part)} />
            <span className={listed ? 'lab-says-good' : 'lab-says-bad'}>
              {listed
                ? 'Its digest is in the list, so they believe it.'
                : 'Its digest is not in the list, so it counts for nothing.'}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The entry as bytes, with what stands in them. */
function Entry({ task, values }: Props) {
  const hex = values.chain ?? task.draft.map(({ bytes }) => bytes).join('');
  if (!/^([0-9a-f]{2}){0,256}$/.test(hex))
    return (
      <p className="lab-says-bad">
        What stands in the field are not pairs of hexadecimal digits, 256 at most.
      </p>
    );
  const place = (part: string, says: string): Span[] => {
    const at = /^([0-9a-f]{2})+$/.test(part) ? hex.indexOf(part) : -1;
    return at >= 0 && at % 2 === 0 ? [{ from: at / 2, to: (at + part.length) / 2, tone: 'good', says }] : [];
  };
  const given = digestsIn(values.digests ?? '');
  const seen = new Set<string>();
  const spans: Span[] = [
    ...tracesOnChain(task, hexToBytes(hex)).map(
      ({ of, form, from, to }): Span => ({ from, to, tone: 'bad', says: `${of}, ${form}.` }),
    ),
    ...place(task.record, 'The number of the record.'),
    ...(given ? place(commitmentTo(given), 'Your commitment.') : []),
  ].filter(({ from, to, says }) => {
    const key = `${from}-${to}-${says}`;
    return !seen.has(key) && seen.add(key);
  });
  return <ByteMap bytes={hex} spans={spans} label="The entry as it stands in the field" />;
}

/** What belongs to the person, in each of the forms in which it may stand somewhere. */
function Forms({ task }: Pick<Props, 'task'>) {
  const rows = [
    ...task.claims
      .filter(({ name }) => ['name', 'number', 'born'].includes(name))
      .map(({ name, value }) => ({ name, looks: forms.map((form) => written(value, form)) })),
    {
      // A key is bytes; what is plain of it are its hexadecimal digits.
      name: 'key',
      looks: ['', task.key, base64(hexToBytes(task.key)), written(task.key, 'backwards')],
    },
  ];
  return (
    <dl className="lab-facts lab-forms">
      {rows.map(({ name, looks }) => (
        <div key={name}>
          <dt>{name}</dt>
          {forms.map(
            (form, at) =>
              looks[at] && (
                <dd key={form}>
                  {form}: <code>{looks[at]}</code>
                </dd>
              ),
          )}
        </div>
      ))}
    </dl>
  );
}

const decided: Record<string, string> = { delete: 'You delete it.', keep: 'You keep it.' };

/** A credential, what is shown of it, what goes on chain, and what remains at the school. */
function Drawing({ task, values }: LabDrawing<DiscloseTask>) {
  return (
    <>
      <h4>Your credential</h4>
      <Credential task={task} values={values} />
      <h4>What the employer learns</h4>
      <Shown task={task} values={values} />
      <h4>The registrar’s draft</h4>
      <ol className="lab-claims">
        {task.draft.map(({ what, bytes }) => (
          <li key={what}>
            {what}
            <code className="lab-line">{bytes}</code>
          </li>
        ))}
      </ol>
      <Entry task={task} values={values} />
      <h4>What is looked for</h4>
      <Forms task={task} />
      <h4>What the school still holds</h4>
      <p>
        The sealed record is {task.ciphertext.length / 2} bytes on a tape that cannot be overwritten. Whoever
        has the key reads it.
      </p>
      <code className="lab-line">{task.ciphertext}</code>
      <ol className="lab-claims">
        {task.store.map(({ what, text }, at) => (
          <li key={what}>
            {what}
            <code className="lab-line">{text}</code>
            <span className="lab-says">{decided[values[`item-${at + 1}`] ?? ''] ?? 'Not decided yet.'}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

export const view: LabView<DiscloseTask> = { check: discloseCheck, Drawing };
