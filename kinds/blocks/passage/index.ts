import type { Passage } from '@/rules/edition';
import { type BlockKind, escapeHtml, requireAttribute } from '../kind';

/** How a passage reads, in the lesson and in the pane beside it. `citation` is html made by the compiler. */
export function passageHtml(passage: Passage): string {
  const chinese = passage.zh
    ? `<p class="passage-zh"><span lang="zh">${escapeHtml(passage.zh)}</span>${
        passage.pinyin
          ? ` <span lang="zh-Latn" class="passage-pinyin">${escapeHtml(passage.pinyin)}</span>`
          : ''
      }</p>`
    : '';
  const verb = passage.verb ? ` · verb “${escapeHtml(passage.verb)}”` : '';
  return `<figure class="passage"><figcaption class="passage-head"><span class="passage-number">${escapeHtml(passage.id)}</span> ${escapeHtml(passage.title)}</figcaption><blockquote><p>${escapeHtml(passage.paraphrase)}</p></blockquote>${chinese}<p class="passage-meta">${escapeHtml(passage.speaker)} · ${escapeHtml(passage.mode)}${verb} ${passage.citation}</p></figure>`;
}

/** A numbered passage of the framed source, paraphrased, with who says it and how. */
export const passage: BlockKind = {
  name: 'passage',
  completesBy: 'viewed',
  compile(node, context) {
    const ref = requireAttribute(node, 'ref', context);
    if (ref === null) return null;
    const found = context.passage(ref);
    if (!found) {
      context.problem(node, `there is no passage "${ref}"`);
      return null;
    }
    return { label: `Passage ${found.id}: ${found.title}`, html: passageHtml(found) };
  },
};
