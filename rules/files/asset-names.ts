import type { AssetType } from '../authoring/course-files';

/**
 * What each type is called, the ending it is stored under, and the endings its name may have had. A
 * WebP that was made with loss is kept as JPEG, under whichever name a course gave it.
 */
const types: Record<AssetType, { word: string; ending: string; known: string[] }> = {
  'image/png': { word: 'Picture', ending: 'png', known: ['png'] },
  'image/jpeg': { word: 'Picture', ending: 'jpg', known: ['jpg', 'jpeg', 'jpe', 'jfif', 'webp'] },
  'image/webp': { word: 'Picture', ending: 'webp', known: ['webp'] },
  'application/pdf': { word: 'Document', ending: 'pdf', known: ['pdf'] },
  'audio/mpeg': { word: 'Recording', ending: 'mp3', known: ['mp3'] },
  'audio/mp4': { word: 'Recording', ending: 'm4a', known: ['m4a', 'mp4'] },
  'video/mp4': { word: 'Film', ending: 'mp4', known: ['mp4', 'm4v'] },
  'video/webm': { word: 'Film', ending: 'webm', known: ['webm'] },
  'text/vtt': { word: 'Captions', ending: 'vtt', known: ['vtt'] },
};

/** Picture, Document, Recording, Film or Captions. */
export const assetWord = (type: AssetType): string => types[type].word;

/** The last part of a path, whichever slashes it has. */
const fileName = (name: string): string =>
  name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);

/** Whether a name promises another type than the content has. A name without an ending promises nothing. */
export function isWrongName(name: string, type: AssetType): boolean {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(fileName(name).trim())?.[1]?.toLowerCase();
  return ending !== undefined && !types[type].known.includes(ending);
}

/** A name in small letters, digits and hyphens; by the type where nothing remains of it. */
function plainName(name: string, type: AssetType): string {
  const plain = fileName(name)
    .replace(/\.[a-z0-9]{1,8}\s*$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return plain || types[type].word.toLowerCase();
}

/**
 * The path an asset gets in a draft. The same bytes under the same name are the same entry; other bytes
 * under a name that is taken get a number. `hashAt` gives the hash that stands at a path, if any.
 */
export function assetPath(
  name: string,
  asset: { type: AssetType; hash: string },
  hashAt: (path: string) => string | undefined,
): string {
  const plain = plainName(name, asset.type);
  for (let number = 1; ; number += 1) {
    const path = `assets/${plain}${number === 1 ? '' : `-${number}`}.${types[asset.type].ending}`;
    const there = hashAt(path);
    if (there === undefined || there === asset.hash) return path;
  }
}

/** A size as people say it: 900 bytes, 12 kB, 4.2 MB. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  const mega = bytes / 1_000_000;
  if (mega >= 999.5) return `${(mega / 1000).toFixed(1)} GB`;
  return `${mega < 9.95 ? mega.toFixed(1) : Math.round(mega)} MB`;
}
