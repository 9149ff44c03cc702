import { utf8ToBytes } from '@noble/hashes/utils.js';
import { merkleCheck } from '@/kinds/labs/merkle/check';
import type { MerkleTask } from '@/kinds/labs/merkle/task';
import { levelsOf } from '@/kinds/labs/merkle/tree';
import { Forgery } from '../merkle/forgery';
import { ProvedTree } from '../merkle/proved-tree';
import type { LabDrawing, LabView } from '../view';
import { Digest } from '../visuals/digest';

/** The certificates, the tree that proves one of them, and the tree that proves what is none. */
function Drawing({ task, values, set }: LabDrawing<MerkleTask>) {
  const leaves = task.certificates.map(utf8ToBytes);
  return (
    <>
      <h4>Sixteen certificates</h4>
      <ol className="lab-copies">
        {task.certificates.map((certificate, at) => (
          <li key={certificate}>
            <code>{certificate}</code>
            {at === task.own && <strong> This one is yours.</strong>}
          </li>
        ))}
      </ol>
      <h4>The tree with prefixes</h4>
      <dl className="lab-facts">
        <dt>Published root</dt>
        <dd>
          <Digest of={task.root} />
        </dd>
      </dl>
      <ProvedTree
        levels={levelsOf('apart', leaves)}
        from={{ level: 0, at: task.own }}
        label={`The way of leaf ${task.own + 1} to the root`}
        start="Your certificate"
        field="path"
        values={values}
        set={set}
      />
      <h4>The tree without prefixes</h4>
      <Forgery task={task} levels={levelsOf('bare', leaves)} values={values} set={set} />
    </>
  );
}

export const view: LabView<MerkleTask> = { check: merkleCheck, Drawing };
