import type { ByteRange } from '@/rules/files/byte-range';

/**
 * Where the bytes of assets are. A name is the SHA-256 of the bytes in hex, or that of a picture with a
 * width, as in `<hash>.960.webp`. What is stored under a name never changes, so writing it again is
 * nothing, and replicas may share a store without asking each other.
 */
export type AssetStore = {
  /** The bytes under a name, or null when there are none. */
  read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** The same as a stream, whole or in part, with the size of the whole. */
  open: (
    name: string,
    range?: ByteRange,
  ) => Promise<{ body: ReadableStream<Uint8Array>; size: number } | null>;
  /** The size of what is under a name, without reading it. */
  size: (name: string) => Promise<number | null>;
  /**
   * Stores bytes under a name. When it returns they will be there after a crash; before, nothing is. What
   * is there already counts as stored now.
   */
  write: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
};

/** What the sweep asks of a store, besides. */
export type SweptStore = AssetStore & {
  /** Every name, with when it was stored last. */
  list: () => AsyncIterable<{ name: string; at: Date }>;
  /** When a name was stored last; null when it is not there. */
  storedAt: (name: string) => Promise<Date | null>;
  remove: (name: string) => Promise<void>;
};

const form = /^[0-9a-f]{64}(\.\d{1,4}\.webp)?$/;

/** Whether something in a store is named as assets are. */
export const isAssetName = (name: string): boolean => form.test(name);

/** The path of a name inside a store: two levels of folders, so that none grows too large. */
export function placeOf(name: string): string {
  if (!form.test(name)) throw new Error('this is no name of an asset');
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}
