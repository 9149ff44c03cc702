import { fileTypeFromBuffer } from 'file-type';
import type { AssetType } from '@/rules/authoring/course-files';

const types: Record<string, AssetType> = {
  png: 'image/png',
  apng: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
};
const archives = new Set(['zip', 'gz', 'tar', '7z', 'rar', 'bz2', 'xz', 'zst', 'lz']);

/**
 * What a file is by its content or, when it cannot be part of a course, why not. That it is whole and
 * harmless is judged when it is stored (`keepAsset`).
 */
export async function sniffMedium(
  bytes: Uint8Array,
  path: string,
): Promise<{ type: AssetType } | { why: string }> {
  if (bytes.length === 0) return { why: 'it is empty' };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = types[found?.ext ?? ''];
  if (type) return { type };
  if (archives.has(found?.ext ?? '')) return { why: 'an archive inside the archive is not unpacked' };
  if (/\.svgz?$/i.test(path)) return { why: 'an SVG is a program as much as a picture: export it as PNG' };
  if (found?.ext === 'gif') return { why: 'a GIF is not taken: export it as PNG, or as a film' };
  return { why: 'it is neither text nor a picture, PDF, recording, film or captions' };
}
