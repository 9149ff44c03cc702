import { type EvidenceLevel, evidenceLevels } from '@/rules/sources/evidence-levels';
import { type BlockKind, chooseAttribute, escapeHtml, requireAttribute } from '../kind';

/** A claim with its speaker, its evidence level and what would change the rating. */
export const claim: BlockKind = {
  name: 'claim',
  completesBy: 'viewed',
  compile(node, context) {
    const speaker = requireAttribute(node, 'speaker', context);
    const date = requireAttribute(node, 'date', context);
    const source = requireAttribute(node, 'source', context);
    const levels = Object.keys(evidenceLevels) as EvidenceLevel[];
    const level = chooseAttribute(node, 'evidence', levels, context);
    const change = node.children.find((child) => child.type === 'blockquote');
    if (!change) context.problem(node, ':::claim needs a quotation that says what would change its rating');
    if (speaker === null || date === null || source === null || level === null || !change) return null;
    const citation = context.cite(source);
    if (citation === null) {
      context.problem(node, `there is no source "${source}"`);
      return null;
    }
    const text = node.children.filter((child) => child !== change);
    const steps = levels
      .map((step) => `<span class="claim-step${step <= level ? ' claim-step-on' : ''}"></span>`)
      .join('');
    return {
      label: `Claim by ${speaker}`,
      html: `<figure class="claim"><figcaption class="claim-head"><span class="claim-who">${escapeHtml(speaker)}</span><span class="claim-date">${escapeHtml(date)}</span></figcaption><div class="claim-text">${context.render(text)}<p class="claim-cite">Source ${citation}</p></div><p class="claim-level"><span class="claim-steps" aria-hidden="true">${steps}</span><strong>${level}</strong> ${escapeHtml(evidenceLevels[level])}</p><div class="claim-change">${context.render(change.type === 'blockquote' ? change.children : [])}</div></figure>`,
    };
  },
};
