import { type BlockKind, escapeHtml, requireAttribute } from '../kind';

/** A figure drawn in code, with its caption and a text that says all the picture says. */
export const figure: BlockKind = {
  name: 'figure',
  completesBy: 'viewed',
  compile(node, context) {
    const name = requireAttribute(node, 'name', context);
    const caption = requireAttribute(node, 'caption', context);
    if (name === null || caption === null) return null;
    const drawing = context.figure(name);
    if (!drawing) {
      context.problem(node, `there is no figure "${name}"`);
      return null;
    }
    return {
      label: `Figure: ${drawing.title}`,
      html: `<figure class="figure">${drawing.svg}<figcaption>${escapeHtml(caption)}</figcaption><details class="figure-text"><summary>Figure in words</summary><p>${escapeHtml(drawing.description)}</p></details></figure>`,
    };
  },
};
