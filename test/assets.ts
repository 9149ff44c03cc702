import sharp from 'sharp';
import type { AssetStore } from '@/server/storage';

type Size = { width?: number; height?: number };

/** A picture of one colour with a slope in it, as the format says. */
export function pictureOf(format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif' | 'tiff', size: Size = {}) {
  const { width = 40, height = 30 } = size;
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 7 + Math.floor(at / width)) % 256;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** One track of an MP4: `vide` with a size, or `soun`. */
function track(handler: string, width: number, height: number): Buffer {
  const head = Buffer.alloc(84);
  head.writeUInt32BE(width * 65_536, 76);
  head.writeUInt32BE(height * 65_536, 80);
  const kind = Buffer.alloc(25);
  kind.write(handler, 8, 'latin1');
  return box('trak', box('tkhd', head), box('mdia', box('hdlr', kind)));
}

/** An MP4 of the fewest boxes. */
export const mp4Of = (tracks: ('vide' | 'soun')[] = ['vide', 'soun'], brand = 'isom'): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\x02\0isommp42`, 'latin1')),
    box('moov', ...tracks.map((kind) => track(kind, kind === 'vide' ? 640 : 0, kind === 'vide' ? 360 : 0))),
    box('mdat', Buffer.alloc(64, 7)),
  ]);

const element = (id: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 0x1000_0000);
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
};

/** A WebM of the fewest elements, with a film or with sound alone; `live` as browsers record it. */
export function webmOf({ film = true, live = false, docType = 'webm' } = {}): Buffer {
  const size = element('e0', element('b0', Buffer.from([2, 128])), element('ba', Buffer.from([1, 104])));
  const tracks = element(
    '1654ae6b',
    element('ae', element('83', Buffer.from([film ? 1 : 2])), film ? size : Buffer.alloc(0)),
  );
  const block = element('a3', Buffer.alloc(40, 5));
  const unknown = Buffer.from('01ffffffffffffff', 'hex');
  const segment = live
    ? Buffer.concat([
        Buffer.from('18538067', 'hex'),
        unknown,
        tracks,
        Buffer.from('1f43b675', 'hex'),
        unknown,
        block,
      ])
    : element('18538067', tracks, element('1f43b675', block));
  return Buffer.concat([element('1a45dfa3', element('4282', Buffer.from(docType))), segment]);
}

/** An MP3 of some frames without sound, with a tag in front. */
export function mp3Of(frames = 4): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb_9000);
  const tag = Buffer.from('ID3\x04\0\0\0\0\0\x0a'.padEnd(20, '\0'), 'latin1');
  return Buffer.concat([tag, ...Array.from({ length: frames }, () => frame)]);
}

export const pdfOf = (): Buffer =>
  Buffer.from(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
  );

export const captionsOf = (): Buffer =>
  Buffer.from(
    'WEBVTT\n\n00:00.000 --> 00:02.000\nA study session.\n\n01:00:02.000 --> 01:00:04.000\n集体学习\n',
  );

/** A store in memory, to be looked into. */
export function memoryStore(): AssetStore & { files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    files,
    read: async (name) => files.get(name) ?? null,
    size: async (name) => files.get(name)?.length ?? null,
    async open(name, range) {
      const bytes = files.get(name);
      if (!bytes) return null;
      const part = range ? bytes.slice(range.start, range.end + 1) : bytes;
      return { body: new Blob([part]).stream(), size: bytes.length };
    },
    async write(name, bytes) {
      files.set(name, bytes);
    },
  };
}
