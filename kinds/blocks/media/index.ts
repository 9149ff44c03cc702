import type { Asset } from '@/rules/authoring/course-files';
import { sizeInWords } from '@/rules/files/asset-names';
import { widthFor } from '@/rules/files/pictures';
import {
  type BlockKind,
  type CompileContext,
  type DirectiveNode,
  escapeHtml,
  requireAttribute,
} from '../kind';

type Found = { href: string; asset: Asset };

/** The file that an attribute names, if it is of one of these types; reports it when it is not. */
function fileOf(
  node: DirectiveNode,
  name: string,
  { types, what }: { types: RegExp; what: string },
  context: CompileContext,
): Found | null {
  const path = node.attributes?.[name]?.trim();
  const found = path ? context.asset(path) : null;
  if (found && types.test(found.asset.type)) return found;
  if (path) context.problem(node, `${name}="${path.slice(0, 80)}": there is no ${what} with this name`);
  return null;
}

const isWritten = (node: DirectiveNode, name: string): boolean => Boolean(node.attributes?.[name]?.trim());

/** The language of captions; English unless it is said. */
function languageOf(node: DirectiveNode, context: CompileContext): string {
  const language = node.attributes?.lang?.trim() || 'en';
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language)) return language;
  context.problem(node, `lang="${language.slice(0, 20)}" is no language; write one like en or zh-Hans`);
  return 'en';
}

/** The player of a film: it loads nothing before it is asked to, and its place has its size from the start. */
function film({ href, asset }: Found, captions: Found, node: DirectiveNode, context: CompileContext): string {
  const poster = fileOf(node, 'poster', { types: /^image\//, what: 'picture' }, context);
  const shape = asset.width && asset.height ? ` width="${asset.width}" height="${asset.height}"` : '';
  const light = poster?.asset.width ? `/${widthFor(960, poster.asset.width)}` : '';
  const still = poster ? ` poster="${escapeHtml(poster.href)}${light}"` : '';
  const track = `<track kind="captions" src="${escapeHtml(captions.href)}" srclang="${escapeHtml(languageOf(node, context))}" label="Captions" default>`;
  return `<video controls preload="none" playsinline${shape}${still}><source src="${escapeHtml(href)}" type="${asset.type}">${track}</video>`;
}

const recording = ({ href, asset }: Found): string =>
  `<audio controls preload="none"><source src="${escapeHtml(href)}" type="${asset.type}"></audio>`;

/**
 * A film or a recording. It never begins by itself, says beforehand what it weighs, and always stands
 * with its words: captions for a film, a transcript for both.
 */
export const media: BlockKind = {
  name: 'media',
  completesBy: 'viewed',
  compile(node, context) {
    const title = requireAttribute(node, 'title', context);
    if (requireAttribute(node, 'src', context) === null) return null;
    const source = fileOf(node, 'src', { types: /^(audio|video)\//, what: 'film or recording' }, context);
    if (!source || title === null) return null;
    const isFilm = source.asset.type.startsWith('video/');
    const what = isFilm ? 'film' : 'recording';
    if (node.children.length === 0) {
      context.problem(node, `the ${what} needs its transcript between the ::: lines`);
      return null;
    }
    const captions = fileOf(node, 'captions', { types: /^text\/vtt$/, what: 'file of captions' }, context);
    if (isFilm && !captions) {
      if (!isWritten(node, 'captions')) context.problem(node, 'the film needs captions="assets/….vtt"');
      return null;
    }
    const word = isFilm ? 'Film' : 'Recording';
    const size = sizeInWords(source.asset.bytes);
    const player = isFilm && captions ? film(source, captions, node, context) : recording(source);
    const download = `<a class="media-download" href="${escapeHtml(source.href)}" download>Download <span class="visually-hidden">the ${what} ${escapeHtml(title)}, ${size}</span></a>`;
    return {
      label: `${word}: ${title}`,
      html: `<figure class="media" aria-label="${escapeHtml(title)}"><figcaption class="media-head"><span class="media-title">${escapeHtml(title)}</span> <span class="media-size">${word}, ${size}</span></figcaption>${player}<div class="media-foot">${download}</div><details class="media-words"><summary>Transcript</summary><div class="media-transcript">${context.render(node.children)}</div></details></figure>`,
    };
  },
};
