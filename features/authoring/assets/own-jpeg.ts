import sharp, { type JpegOptions } from 'sharp';

/** No part of the head depends on the pixels: tables are the standard's, colours are kept whole. */
export const jpegOptions: JpegOptions = {
  quality: 90,
  chromaSubsampling: '4:4:4',
  progressive: false,
  optimiseCoding: false,
};

const startOfFrame = 0xffc0;
const startOfScan = 0xffda;

/** Where the pixels begin, and where the head says how large the picture is. */
function parts(bytes: Buffer): { size: number; pixels: number } | null {
  let size = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes.readUInt16BE(at);
    const length = bytes.readUInt16BE(at + 2);
    if (marker < 0xff00 || length < 2) return null;
    if (marker === startOfFrame) size = at + 5;
    at += 2 + length;
    if (marker === startOfScan) return size === 0 ? null : { size, pixels: at };
  }
  return null;
}

/** The head with its size left out, which is all that may differ. */
function headOf(bytes: Buffer): Buffer | null {
  const found = parts(bytes);
  if (!found) return null;
  const head = Buffer.from(bytes.subarray(0, found.pixels));
  return head.fill(0, found.size, found.size + 4);
}

let known: Promise<Buffer | null> | undefined;
const ownHead = (): Promise<Buffer | null> => {
  const smallest = { width: 8, height: 8, channels: 3, background: '#fff' } as const;
  known ??= sharp({ create: smallest }).jpeg(jpegOptions).toBuffer().then(headOf);
  return known;
};

/**
 * Whether a JPEG is one that we wrote: its head is ours byte for byte, then pixels alone follow up to the
 * end of the file. There is no place in it for words, a profile or another file, so that it need not be
 * written anew.
 */
export async function isOwnJpeg(bytes: Buffer): Promise<boolean> {
  const [head, own] = [headOf(bytes), await ownHead()];
  if (!head || !own?.equals(head)) return false;
  for (let at = bytes.indexOf(0xff, head.length); at !== -1; at = bytes.indexOf(0xff, at + 2)) {
    if (bytes[at + 1] !== 0) return bytes[at + 1] === 0xd9 && at + 2 === bytes.length;
  }
  return false;
}
