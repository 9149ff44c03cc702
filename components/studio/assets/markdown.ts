import type { AssetType } from '@/rules/authoring/course-files';

/** A name made of a path, as words: `assets/hash-chain.pdf` is "Hash chain". */
function nameOf(path: string): string {
  const plain = (path.split('/').at(-1) ?? '')
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return plain === '' ? 'File' : plain[0]?.toUpperCase() + plain.slice(1);
}

/** A path as the target of a link: with brackets around it where it has spaces. */
const target = (path: string): string => (/[\s()]/.test(path) ? `<${path}>` : path);

/** What a lesson needs to show a file: the author puts the words in. */
export function markdownFor({ path, type }: { path: string; type: AssetType }): string {
  if (type.startsWith('image/')) return `![What it shows](${target(path)})`;
  if (type === 'text/vtt') return `captions="${path}"`;
  if (type === 'application/pdf') return `[${nameOf(path)}](${target(path)})`;
  const id =
    nameOf(path)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'media';
  const captions = type.startsWith('video/') ? ' captions="assets/….vtt"' : '';
  return `:::media{#${id} src="${path}"${captions} title="${nameOf(path)}"}\nThe transcript.\n:::`;
}
