import { hexToBytes } from '@noble/hashes/utils.js';
import { placeOf } from '@/kinds/labs/merkle/beside';
import type { MerkleTask } from '@/kinds/labs/merkle/task';
import { leafDigest } from '@/kinds/labs/merkle/tree';
import type { LabDrawing } from '../view';
import { Digest } from '../visuals/digest';
import { nodeName, ProvedTree } from './proved-tree';

type Props = LabDrawing<MerkleTask> & { levels: readonly (readonly string[])[] };

/** The tree that does not keep leaves and nodes apart, and what it takes the forged record for. */
export function Forgery({ task, levels, values, set }: Props) {
  const { forged = '', forgedPlace = '' } = values;
  const record = /^([0-9a-f]{2}){1,512}$/.test(forged) ? hexToBytes(forged) : null;
  const digest = record && leafDigest('bare', record);
  const place = digest ? placeOf(levels, digest) : null;
  const from = place && place.level > 0 ? place : null;
  const name = place && nodeName(place, levels.length - 1);
  return (
    <>
      <dl className="lab-facts">
        <dt>Published root</dt>
        <dd>
          <Digest of={task.bareRoot} />
        </dd>
        {digest && (
          <>
            <dt>SHA-256 of your record, with nothing in front</dt>
            <dd>
              <Digest of={digest} />
            </dd>
          </>
        )}
      </dl>
      <p aria-live="polite" className={record ? (from ? 'lab-is-good' : 'lab-is-bad') : undefined}>
        {!record && 'There is no record in the field yet that can be read as bytes.'}
        {record && !place && '! The digest of your record stands nowhere in this tree.'}
        {place?.level === 0 && `! Your record is what ${name} was made of, so it was issued.`}
        {from && `✓ This tree cannot tell your record from ${name}.`}
        {from &&
          forgedPlace !== '' &&
          forgedPlace !== String(from.at + 1) &&
          ' The place that you give is not where this node stands on its level.'}
      </p>
      <ProvedTree
        levels={levels}
        from={from}
        start="Your record is taken for a leaf here"
        label={from ? `The way of your record to the root, from ${name}` : 'Nothing is forged yet'}
        field="forgedPath"
        record="forged"
        values={values}
        set={set}
      />
    </>
  );
}
