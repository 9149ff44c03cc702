import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import type { MerkleTask } from './task';
import { digestsIn, leafDigest, rootFrom } from './tree';

/** Levels of a tree of sixteen leaves above its leaves. */
const height = 4;

const forgery = 'The forgery, in the tree without prefixes';

/** What is asked for: the proof of one certificate, and a record that nobody issued with a proof of its own. */
export const merkleFields = ({ own }: MerkleTask): readonly Field[] => [
  {
    name: 'path',
    kind: 'digests',
    most: 8,
    label: `Proof of leaf ${own + 1} in the tree with prefixes`,
    help: 'A digest on each line, the one beside the leaf first.',
  },
  {
    name: 'forged',
    kind: 'bytes',
    most: 512,
    group: forgery,
    label: 'A record that nobody issued, as bytes',
    help: 'At most 512 bytes, each as two hexadecimal digits.',
  },
  {
    name: 'forgedPlace',
    kind: 'whole',
    least: 1,
    most: 16,
    group: forgery,
    label: 'The place that it claims among the leaves',
    help: 'From the left, beginning with 1.',
  },
  {
    name: 'forgedPath',
    kind: 'digests',
    most: 8,
    group: forgery,
    optional: true,
    label: 'Its proof',
    help: 'A digest on each line, the lowest first.',
  },
  {
    name: 'asLeaf',
    kind: 'hex',
    bytes: 32,
    label: 'The digest that the same record has as a leaf with its prefix',
    help: 'SHA-256 of the byte 00 and the bytes of your record.',
  },
];

/** What is wrong with the proof of the learner's own certificate. */
function proofProblem(task: MerkleTask, path: string[]): LearnerError | null {
  if (path.length !== height)
    return wrong(
      'E_PROOF_LEN',
      'path',
      `A proof in a tree of 16 leaves has ${height} digests, and yours has ${path.length}.`,
    );
  if (rootFrom('apart', utf8ToBytes(task.certificates[task.own] ?? ''), task.own, path) !== task.root)
    return wrong(
      'E_PROOF',
      'path',
      'Your certificate and these digests do not come to the published root. Are they of the tree with prefixes, beside your way, and the lowest first?',
    );
  return null;
}

/** What is wrong with a proof and a forgery. */
export function merkleCheck(task: MerkleTask, values: Values): LearnerError | null {
  const { path = '', forged = '', forgedPlace = '', forgedPath = '', asLeaf = '' } = values;
  const problem = proofProblem(task, digestsIn(path));
  if (problem) return problem;
  if (task.certificates.some((certificate) => forged === bytesToHex(utf8ToBytes(certificate))))
    return wrong('E_ISSUED', 'forged', 'This certificate was issued. Forge one that was not.');
  const record = hexToBytes(forged);
  const beside = digestsIn(forgedPath);
  // A shorter proof speaks of a smaller tree: a place outside of it would be a second spelling of one inside.
  if (Number(forgedPlace) > 2 ** beside.length)
    return wrong(
      'E_PLACE',
      'forgedPlace',
      `A proof of ${beside.length} digests speaks of a tree with ${2 ** beside.length} leaves, and this place is not among them.`,
    );
  if (rootFrom('bare', record, Number(forgedPlace) - 1, beside) !== task.bareRoot)
    return wrong(
      'E_FORGERY',
      'forgedPath',
      'This record does not come to the root of the tree without prefixes. What has exactly the digest of a node?',
    );
  if (asLeaf !== leafDigest('apart', record))
    return wrong(
      'E_AS_LEAF',
      'asLeaf',
      'This is not the digest of the byte 00 and your record. Were the bytes hashed, and not their digits?',
    );
  return null;
}
