import { utf8ToBytes } from '@noble/hashes/utils.js';
import { Button } from '@/components/ui/button';
import { type Header, headerHash, type Received, rootOf, setHash } from '@/kinds/labs/city/header';
import type { CityTask } from '@/kinds/labs/city/task';
import { leafDigest, rootFrom } from '@/kinds/labs/merkle/tree';
import type { LabDrawing } from '../view';
import { Digest } from '../visuals/digest';
import { Scrolled } from '../visuals/scrolled';

/** Whose key this is, by the lists of both terms. */
function officeOf({ former, current }: CityTask, key: string): string {
  const office = [...current.offices, ...former.offices].find((one) => one.key === key);
  return office ? office.name : 'Nobody that is known';
}

/** The signatures that came with a header, and whether each fits it. */
function Signatures({
  task,
  received,
  fit,
  number,
}: {
  task: CityTask;
  received: Received;
  fit: readonly boolean[];
  number: number;
}) {
  return (
    <Scrolled label={`Signatures on header ${number}`}>
      <table className="figure-table lab-words-table">
        <caption className="visually-hidden">Signatures on header {number}</caption>
        <thead>
          <tr>
            <th scope="col">Signature by</th>
            <th scope="col">Key</th>
            <th scope="col">With this header</th>
          </tr>
        </thead>
        <tbody>
          {received.signatures.map(({ key }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same signature may stand there twice
            <tr key={at}>
              <th scope="row">{officeOf(task, key)}</th>
              <td>
                <Digest of={key} short />
              </td>
              <td className={fit[at] ? undefined : 'lab-is-bad'}>{fit[at] ? '✓ fits' : '! does not fit'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** The way of a record to a root, step by step. */
function Proof({ received }: { received: Received }) {
  const { text, index, path } = received;
  const bytes = utf8ToBytes(text);
  return (
    <ol className="lab-steps">
      <li>
        The record itself, after the byte 00: <Digest of={leafDigest('apart', bytes)} short />
      </li>
      {path.map((digest, level) => (
        <li key={digest}>
          With <Digest of={digest} short /> on the {(index >> level) & 1 ? 'left' : 'right'}, after the byte
          01: <Digest of={rootFrom('apart', bytes, index, path.slice(0, level + 1))} short />
        </li>
      ))}
    </ol>
  );
}

type Props = {
  task: CityTask;
  received: Received;
  number: number;
  /** Which of its signatures fit its header. */
  fit: readonly boolean[];
  /** The header that was accepted last before it, by what stands in the form. */
  last: Header;
  set: LabDrawing<unknown>['set'];
};

/** A record with its header, its signatures and its proof: what there is to see, and not what to think of it. */
export function ReceivedRecord({ task, received, number, fit, last, set }: Props) {
  const { header } = received;
  const [hash, root] = [headerHash(header), rootOf(received)];
  return (
    <>
      <h4>Record {number}</h4>
      <blockquote className="lab-text">{received.text}</blockquote>
      <Scrolled label={`Header ${number}`}>
        <table className="figure-table lab-words-table">
          <caption className="visually-hidden">Header {number}, beside what city B knows</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">In header {number}</th>
              <th scope="col">City B knows</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Height</th>
              <td>{header.height}</td>
              <td>{last.height}, last</td>
            </tr>
            <tr>
              <th scope="row">Previous</th>
              <td>
                <Digest of={header.previous} short />
              </td>
              <td>
                <Digest of={headerHash(last)} short />
              </td>
            </tr>
            <tr>
              <th scope="row">Validators</th>
              <td>
                <Digest of={header.validators} short />
              </td>
              <td>
                <Digest of={setHash(task.current)} short />, term {task.current.term}
              </td>
            </tr>
            <tr>
              <th scope="row">Root</th>
              <td>
                <Digest of={header.root} short />
              </td>
              <td>nothing yet</td>
            </tr>
          </tbody>
        </table>
      </Scrolled>
      <Signatures task={task} received={received} fit={fit} number={number} />
      <details className="chart-table">
        <summary>Its proof, step by step</summary>
        <Proof received={received} />
      </details>
      <dl className="lab-facts">
        <dt>Root that the proof comes to</dt>
        <dd>
          <Digest of={root} />
        </dd>
        <dt>Hash of header {number}</dt>
        <dd>
          <Digest of={hash} />
        </dd>
      </dl>
      {set && (
        <p className="lab-row">
          <Button type="button" look="secondary" onClick={() => set({ root })}>
            Give this root
          </Button>
          <Button type="button" look="secondary" onClick={() => set({ last: hash })}>
            Give this hash as the last
          </Button>
        </p>
      )}
    </>
  );
}
