import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { hex, whole } from '../fields';
import { type LearnerError, wrong } from '../kind';
import type { MerkleTask } from './task';
import { rootFrom } from './tree';

const digests = (most: number) => z.array(hex(32)).max(most, `It has to be at most ${most} digests`);

export const merkleWork = z.strictObject({
  /** The digests beside the way from the learner's certificate to the root, the lowest first. */
  path: digests(16),
  /** A record that nobody issued, which the tree without prefixes takes for a certificate: its bytes. */
  forged: z
    .string()
    .max(1_024, 'It has to be at most 512 bytes')
    .regex(/^([0-9a-f]{2})+$/, 'It has to be bytes in hexadecimal digits, a to f in lower case'),
  /** Its place among the leaves that it pretends to stand between, and its path. */
  forgedIndex: whole(0, 15),
  forgedPath: digests(16),
});
export type MerkleWork = z.output<typeof merkleWork>;

/** Levels of a tree of sixteen leaves above its leaves. */
const height = 4;

/** What is wrong with a proof and a forgery. */
export function merkleCheck(task: MerkleTask, work: MerkleWork): LearnerError | null {
  const own = utf8ToBytes(task.certificates[task.own] ?? '');
  if (work.path.length !== height)
    return wrong(
      'E_PROOF_LEN',
      'path',
      `A proof in a tree of 16 leaves has ${height} digests, and yours has ${work.path.length}.`,
    );
  if (rootFrom('apart', own, task.own, work.path) !== task.root)
    return wrong(
      'E_PROOF',
      'path',
      'Your certificate and these digests do not come to the published root. Check on which side each stands, and the bytes 00 and 01.',
    );
  const forged = hexToBytes(work.forged);
  if (task.certificates.some((certificate) => work.forged === bytesToHex(utf8ToBytes(certificate))))
    return wrong('E_ISSUED', 'forged', 'This certificate was issued. Forge one that was not.');
  if (rootFrom('bare', forged, work.forgedIndex, work.forgedPath) !== task.bareRoot)
    return wrong(
      'E_FORGERY',
      'forgedPath',
      'This record does not come to the root of the tree without prefixes. What has exactly the digest of a node?',
    );
  return null;
}
