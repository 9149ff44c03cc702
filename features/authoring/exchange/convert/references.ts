import type { Nodes } from 'mdast';
import { prompt } from '@/rules/authoring/foreign-course';
import type { Medium } from '../received';
import type { Page } from './page';
import type { Targets } from './targets';

export type References = {
  targets: Targets;
  media: ReadonlyMap<string, Medium>;
  /** Takes a file into the course. @returns its path there. */
  use: (path: string) => string;
  /** The lesson that is being written. */
  lesson: string;
};

export type Note = (kind: 'changed' | 'dropped', node: Nodes, message: string) => void;

const escaped = (words: string): string => words.replace(/([\\[\]<>`*_$])/g, '\\$1').replace(/\s+/g, ' ');

/** An address as it stands in a link, whatever is in it. */
export const address = (url: string): string =>
  /[\s()<>]/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent).replace(/\s/g, '%20')}>` : url;

export const isWeb = (url: string): boolean => /^(https?:\/\/|mailto:)/i.test(url);
const hasScheme = (url: string): boolean => /^([a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(url);
const short = (url: string): string => url.slice(0, 80);

/** How the pictures and links of a page are written in a lesson. */
export function referencesOf(page: Page, { targets, media, use, lesson }: References, note: Note) {
  /** A picture in Markdown or, where there is none to show, its words. */
  const picture = (node: Nodes, src: string, alt: string, inLink: boolean): string => {
    const words = alt.trim();
    if (/^https?:\/\//i.test(src)) {
      note('changed', node, 'a picture of another site became a link to it: upload it if you may');
      return inLink ? escaped(words || 'Picture') : `[${escaped(words || 'Picture')}](${address(src)})`;
    }
    const path = hasScheme(src) ? null : targets.medium(page, src);
    const medium = path === null ? undefined : media.get(path);
    if (path === null || !medium) {
      const message = 'a picture that is not in the upload, or not of a kind that is taken';
      note('dropped', node, `${message}: ${short(src)}`);
      return escaped(words);
    }
    if (!medium.type.startsWith('image/'))
      return inLink ? escaped(words) : `[${escaped(words || 'File')}](${use(path)})`;
    if (!words)
      note('changed', node, 'a picture without words for those who do not see it: a prompt stands there');
    return `![${words ? escaped(words) : prompt('what this picture shows')}](${use(path)})`;
  };

  /** Where a link leads now; null when only its words stay. */
  const destination = (node: Nodes, url: string): string | null => {
    if (isWeb(url)) return url;
    if (hasScheme(url)) {
      note('dropped', node, `a link that leads to no web address: its words stay (${short(url)})`);
      return null;
    }
    const target = targets.find(page, url);
    if (target.kind === 'lesson') {
      if (target.lost)
        note('changed', node, `a link to a heading that was not found leads to its lesson (${short(url)})`);
      const own = target.lesson === lesson && target.block !== null;
      return `${own ? '' : target.lesson}${target.block ? `#${target.block}` : ''}`;
    }
    if (target.kind === 'medium') return use(target.path);
    const to = target.kind === 'page' ? 'a page that is no lesson' : 'something that is not in the upload';
    note('dropped', node, `a link to ${to}: its words stay (${short(url)})`);
    return null;
  };

  return { picture, destination };
}
