import { type BlockKind, chooseAttribute, escapeHtml } from '../kind';
import { type CalloutKind, calloutKinds as kinds } from './kinds';

/** A passage of text set apart: what to keep, a limit, an example, a prompt. */
export const callout: BlockKind = {
  name: 'callout',
  completesBy: 'viewed',
  compile(node, context) {
    const kind = chooseAttribute(node, 'kind', Object.keys(kinds) as CalloutKind[], context);
    if (kind === null) return null;
    const title = node.attributes?.title?.trim() || undefined;
    const passage = node.attributes?.passage?.trim() || null;
    if (passage !== null && kind !== 'claim-log')
      context.problem(node, 'passage="…" stands only in a callout of kind="claim-log"');
    else if (passage !== null && !context.passage(passage))
      context.problem(node, `there is no passage "${passage.slice(0, 40)}"`);
    // A title that only repeats the kind would be read twice.
    const name = title === kinds[kind] ? '' : `<p class="callout-kind">${kinds[kind]}</p>`;
    const heading = `${name}${title ? `<h3 class="callout-title">${escapeHtml(title)}</h3>` : ''}`;
    return {
      ...(kind === 'claim-log' ? { entry: { passage } } : {}),
      label: title ?? kinds[kind],
      html: `<aside class="callout callout-${kind}" aria-label="${escapeHtml(title ?? kinds[kind])}">${heading}${context.render(node.children)}</aside>`,
    };
  },
};
