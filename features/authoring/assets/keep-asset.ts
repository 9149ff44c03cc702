import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Asset } from '@/rules/authoring/course-files';
import { isWrongName } from '@/rules/files/asset-names';
import { largestUpload, type UploadProblem } from '@/rules/files/uploads';
import type { AssetStore } from '@/server/storage';
import { oneOfTwo } from './at-most';
import { type Checked, refuse } from './checked';
import { checkCaptions, checkPdf } from './documents';
import { checkMp3 } from './mp3';
import { checkMp4 } from './mp4';
import { type PictureType, readPicture } from './picture';
import { isTwoInOne } from './two-in-one';
import { checkWebm } from './webm';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const pictureTypes: Record<string, PictureType> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};

const media: Record<string, (bytes: Buffer) => Checked> = {
  pdf: checkPdf,
  mp3: checkMp3,
  mp4: checkMp4,
  m4a: checkMp4,
  m4v: checkMp4,
  webm: checkWebm,
};

/** What a file is by its content. Of a picture only its kind is known before it is read. */
async function identify(bytes: Buffer): Promise<Checked> {
  const captions = checkCaptions(bytes);
  if (captions) return captions;
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const ending = found?.ext ?? '';
  if (ending === 'apng') return refuse('animated');
  const picture = pictureTypes[ending];
  if (picture) return { type: picture, width: null, height: null };
  return media[ending]?.(bytes) ?? refuse('unknown-type');
}

/**
 * Looks through a file and stores it: a picture written anew and in its widths, anything else as it is.
 * What is refused is not stored. The caller records the asset (`recordAsset`) once this has returned, so
 * that there is never a row without its bytes.
 * @param given The bytes, or what reads them once it is this file's turn.
 * @param name The name the file had; its ending must not promise another type.
 */
export async function keepAsset(
  store: AssetStore,
  given: Uint8Array | (() => Promise<Uint8Array>),
  name: string,
): Promise<{ asset: Asset } | { problem: UploadProblem }> {
  return oneOfTwo(async () => {
    const read = typeof given === 'function' ? await given() : given;
    const bytes = Buffer.from(read.buffer, read.byteOffset, read.length);
    if (bytes.length === 0) return refuse('no-file');
    if (bytes.length > largestUpload) return refuse('too-large');
    const checked = await identify(bytes);
    if ('problem' in checked) return checked;
    const { type } = checked;
    if (isWrongName(name, type)) return refuse('wrong-name');
    if (isTwoInOne(bytes, type)) return refuse('two-in-one');
    if (type !== 'image/png' && type !== 'image/jpeg' && type !== 'image/webp') {
      const hash = hashOf(bytes);
      await store.write(hash, new Uint8Array(bytes));
      return { asset: { ...checked, hash, bytes: bytes.length } };
    }
    const picture = await readPicture(bytes, type);
    if ('problem' in picture) return picture;
    const { variants, ...known } = picture;
    const hash = hashOf(picture.bytes);
    for (const [wide, lighter] of variants) await store.write(`${hash}.${wide}.webp`, lighter);
    await store.write(hash, picture.bytes);
    return { asset: { ...known, hash, bytes: picture.bytes.length } };
  });
}
