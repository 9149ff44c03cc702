import sharp, { type Sharp } from 'sharp';
import { keptWidths } from '@/rules/files/pictures';
import { largestUpload, mostPixels, type UploadProblem } from '@/rules/files/uploads';
import { isOwnJpeg, jpegOptions } from './own-jpeg';

// Pictures are written by as many threads as the queue has places, and nothing is kept between them.
sharp.concurrency(1);
sharp.cache(false);

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';
type Bytes = Uint8Array<ArrayBuffer>;

export type Picture = {
  type: PictureType;
  bytes: Bytes;
  width: number;
  height: number;
  /** The lighter ones, as WebP by their width. */
  variants: Map<number, Bytes>;
};

const plain = ({ buffer, byteOffset, length }: Buffer): Bytes =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, length);

const decoder = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true }).timeout({
    seconds: 30,
  });

const formats: Record<PictureType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
};

/**
 * Writes pixels anew: upright, in sRGB, without anything that is no pixel. What was written so once is
 * written the same again, so that an export can be imported elsewhere and stays what it is.
 */
function written(bytes: Uint8Array, type: PictureType): Sharp {
  const pixels = decoder(bytes).autoOrient().toColourspace('srgb');
  if (type === 'image/png') return pixels.png({ compressionLevel: 6, adaptiveFiltering: true });
  if (type === 'image/webp') return pixels.webp({ lossless: true, effort: 3 });
  return pixels.flatten({ background: '#ffffff' }).jpeg(jpegOptions);
}

/** Whether a WebP was made with loss: its first part that holds pixels says so. */
function isLossyWebp(bytes: Buffer): boolean {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const part = bytes.toString('latin1', at, at + 4);
    if (part === 'VP8 ' || part === 'VP8L') return part === 'VP8 ';
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return false;
}

/** What a picture is to be written as, or why its head forbids reading the rest. */
async function plan(
  bytes: Buffer,
  type: PictureType,
): Promise<{ type: PictureType } | { problem: UploadProblem }> {
  const head = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (head.format !== formats[type]) return { problem: 'broken' };
  if (head.width * head.height > mostPixels) return { problem: 'too-many-pixels' };
  if ((head.pages ?? 1) > 1) return { problem: 'animated' };
  // With loss a WebP would lose more each time it is written, and without it would weigh many times as much.
  const asJpeg = type === 'image/webp' && !head.hasAlpha && isLossyWebp(bytes);
  return { type: asJpeg ? 'image/jpeg' : type };
}

/** The lighter ones of a picture: the widest from the picture itself, each other from the next wider. */
async function lighter(bytes: Bytes, width: number): Promise<Map<number, Bytes>> {
  const variants = new Map<number, Bytes>();
  let from = decoder(bytes);
  for (const kept of keptWidths(width).reverse()) {
    const { data, info } = await from.resize({ width: kept }).raw().toBuffer({ resolveWithObject: true });
    from = sharp(data, { raw: info });
    variants.set(kept, plain(await from.clone().webp({ quality: 82, smartSubsample: true }).toBuffer()));
  }
  return variants;
}

/** Reads a picture whole, writes it anew, and makes the lighter ones of it. */
export async function readPicture(
  bytes: Buffer,
  given: PictureType,
): Promise<Picture | { problem: UploadProblem }> {
  try {
    const planned = await plan(bytes, given);
    if ('problem' in planned) return planned;
    const { type } = planned;
    const { data, info } = await written(bytes, type).toBuffer({ resolveWithObject: true });
    // A JPEG would lose a little each time it is written; the other formats lose nothing.
    const own = given === 'image/jpeg' && (await isOwnJpeg(bytes));
    const safe = own ? new Uint8Array(bytes) : plain(data);
    if (safe.length > largestUpload) return { problem: 'too-large-safe' };
    const { width, height } = info;
    return { type, bytes: safe, width, height, variants: await lighter(safe, width) };
  } catch {
    return { problem: 'broken' };
  }
}
