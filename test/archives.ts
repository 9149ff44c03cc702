import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import type { AssetStore } from '@/server/storage';

/** An entry of an archive, with everything about it that can be a lie. */
export type Entry = {
  name: string | Buffer;
  data?: Buffer | string;
  /** 0 as it is, 8 deflated; any other number is a way nobody knows. */
  method?: number;
  flags?: number;
  /** The mode of a Unix file, for the upper half of the attributes. */
  mode?: number;
  /** The sizes that the headers claim, where they are not the true ones. */
  claims?: { size?: number; packed?: number };
  /** The place of an earlier entry whose bytes this one shares. */
  sameBytesAs?: number;
};

/** A zip archive, byte by byte, so that hostile ones can be made that no library would write. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const places: { offset: number; packed: Buffer; data: Buffer; method: number }[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, data = '', method = 8, flags = 0x800, mode = 0o100644, claims, sameBytesAs } = entry;
    const nameBytes = Buffer.from(name as string);
    const shared = sameBytesAs === undefined ? undefined : places[sameBytesAs];
    const bytes = shared?.data ?? Buffer.from(data as string);
    const packed = shared?.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const at = shared?.offset ?? offset;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(claims?.packed ?? packed.length, 14);
    head.writeUInt32LE(claims?.size ?? bytes.length, 18);
    head.writeUInt16LE(nameBytes.length, 22);
    places.push({ offset: at, packed, data: bytes, method });
    if (!shared) {
      parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, nameBytes, packed);
      offset += 30 + nameBytes.length + packed.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    const made = Buffer.alloc(2);
    made.writeUInt16LE((3 << 8) | 20);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), made, head, tail, nameBytes);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** Files as an archive. */
export const zipOfFiles = (files: Record<string, string | Buffer>): Buffer =>
  zipOf(Object.entries(files).map(([name, data]) => ({ name, data })));

const boundary = '----spec-boundary-7f3a';
export const contentType = `multipart/form-data; boundary=${boundary}`;

/** A form with files as browsers send it, in pieces of some size. */
export async function* formOf(
  files: readonly { name: string; data: Buffer | string }[],
  piece = 4096,
): AsyncGenerator<Uint8Array> {
  const body = Buffer.concat([
    ...files.flatMap(({ name, data }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(data as string),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  for (let at = 0; at < body.length; at += piece) yield body.subarray(at, at + piece);
}

/** A store in memory; `kept` is what was written to it. */
export function memoryStore(): AssetStore & { kept: Map<string, Uint8Array<ArrayBuffer>> } {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    kept,
    read: async (name) => kept.get(name) ?? null,
    size: async (name) => kept.get(name)?.length ?? null,
    open: async () => null,
    write: async (name, bytes) => {
      if (/^[0-9a-f]{64}$/.test(name) && createHash('sha256').update(bytes).digest('hex') !== name)
        throw new Error('an asset under a name that is not its hash');
      kept.set(name, bytes);
    },
  };
}
