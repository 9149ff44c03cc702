import type { Passage } from '@/rules/editions/edition';
import { type EvidenceLevel, evidenceLevels } from '@/rules/sources/evidence-levels';
import { type BlockKind, escapeHtml, requireAttribute } from '../kind';

const chineseHtml = ({ zh, pinyin }: Passage): string => {
  if (!zh) return '';
  const spoken = pinyin ? ` <span lang="zh-Latn" class="passage-pinyin">${escapeHtml(pinyin)}</span>` : '';
  return `<p class="passage-zh"><span lang="zh">${escapeHtml(zh)}</span>${spoken}</p>`;
};

/** The number and the title, unless that is only the first of the words that follow. */
function headHtml({ id, title, paraphrase }: Passage): string {
  const repeats = paraphrase.startsWith(title.replace(/ …$/, ''));
  const name = repeats ? '' : ` ${escapeHtml(title)}`;
  return `<figcaption class="passage-head"><span class="passage-number">${escapeHtml(id)}</span>${name}</figcaption>`;
}

/** What is said: the words of the document in their language, or what they say in ours. */
function wordsHtml({ paraphrase, lang }: Passage): string {
  const own = lang ? ` lang="${escapeHtml(lang)}" class="passage-own"` : '';
  return `<blockquote${own}><p>${escapeHtml(paraphrase)}</p></blockquote>`;
}

function factsHtml({ evidence, theme }: Passage): string {
  const level = evidence && Object.hasOwn(evidenceLevels, evidence) ? (evidence as EvidenceLevel) : null;
  const facts = [
    level && `<span><span class="passage-level">${level}</span> ${escapeHtml(evidenceLevels[level])}</span>`,
    theme && `<span>Theme: ${escapeHtml(theme)}</span>`,
  ].filter(Boolean);
  return facts.length > 0 ? `<p class="passage-facts">${facts.join(' ')}</p>` : '';
}

function figureHtml(passage: Passage, more = ''): string {
  const verb = passage.verb ? ` · verb “${escapeHtml(passage.verb)}”` : '';
  const meta = `<p class="passage-meta">${escapeHtml(passage.speaker)} · ${escapeHtml(passage.mode)}${verb} ${passage.citation}</p>`;
  return `<figure class="passage">${headHtml(passage)}${wordsHtml(passage)}${chineseHtml(passage)}${meta}${factsHtml(passage)}${more}</figure>`;
}

/** How a passage reads in the lesson. `citation` is html made by the compiler. */
export const passageHtml = (passage: Passage): string => figureHtml(passage);

/** How it reads in the pane beside the lesson: with the other lessons that use it. */
export function passagePaneHtml(passage: Passage): string {
  const links = (passage.usedIn ?? []).map(
    ({ id, title }) => `<li><a href="${escapeHtml(id)}">${escapeHtml(title)}</a></li>`,
  );
  if (links.length === 0) return figureHtml(passage);
  return figureHtml(passage, `<div class="passage-also"><p>Also in</p><ul>${links.join('')}</ul></div>`);
}

/** A numbered passage of the framed source, with who says it and how. */
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
