import { createHash } from 'node:crypto';
import type { UploadProblem } from '@/rules/files/uploads';
import type { RefusalCode } from '@/rules/refusals';
import { type FileRules, isOtherKind, typeOfKind } from '@/rules/work/files';
import type { AssetStore } from '@/server/storage';
import { kindOf } from './kind-of';

export type KeptFile = { hash: string; type: string; bytes: number };
type Problem = { problem: UploadProblem } | { problem: RefusalCode };

/** What stores pictures and PDFs: it looks through them, and writes pictures anew. */
type KeepMedia = (
  store: AssetStore,
  bytes: Uint8Array,
  name: string,
) => Promise<{ asset: KeptFile } | { problem: UploadProblem }>;

/**
 * Looks through a file that is to be handed in and stores its bytes, if it is of a kind and a size that the work takes.
 * Pictures lose what a camera wrote into them.
 */
export const keepWorkFile =
  (keepMedia: KeepMedia) =>
  async (
    store: AssetStore,
    read: () => Promise<Uint8Array>,
    name: string,
    { files }: { files: FileRules },
  ): Promise<{ file: KeptFile } | Problem> => {
    const given = await read();
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.length);
    if (bytes.length > files.size * 1_000_000) return { problem: 'work-file-too-large' };
    const kind = kindOf(bytes);
    if (kind === null || !files.kinds.includes(kind)) return { problem: 'work-file-kind' };
    if (isOtherKind(name, kind)) return { problem: 'wrong-name' };
    if (kind === 'txt' || kind === 'docx') {
      const hash = createHash('sha256').update(bytes).digest('hex');
      await store.write(hash, new Uint8Array(bytes));
      return { file: { hash, type: typeOfKind(kind), bytes: bytes.length } };
    }
    const kept = await keepMedia(store, bytes, name);
    if ('problem' in kept) return kept;
    const { hash, type, bytes: size } = kept.asset;
    return { file: { hash, type, bytes: size } };
  };
