import { Decoration, MatchDecorator, ViewPlugin } from '@codemirror/view';

/** `:cite[…]`, the line that opens or closes a block, and the id behind a heading. */
const pattern =
  /(?<inline>:(?:cite|term|zh)\[[^\]\n]*\](?:\{[^}\n]*\})?)|(?<block>^:{2,}(?:[a-z][a-z-]*)?(?:\{[^\n]*\})?)|(?<anchor>\{#[a-z0-9-]+\}\s*$)/g;

const marks = {
  inline: Decoration.mark({ class: 'cm-inline-directive' }),
  block: Decoration.mark({ class: 'cm-directive', attributes: { spellcheck: 'false' } }),
  anchor: Decoration.mark({ class: 'cm-anchor', attributes: { spellcheck: 'false' } }),
};

const matcher = new MatchDecorator({
  regexp: pattern,
  decoration: ({ groups }) => (groups?.inline ? marks.inline : groups?.block ? marks.block : marks.anchor),
});

/** Marks what is ours in Markdown. Only what is on the screen is looked at. */
export const directives = ViewPlugin.define(
  (view) => {
    let decorations = matcher.createDeco(view);
    return {
      get decorations() {
        return decorations;
      },
      update(update) {
        decorations = matcher.updateDeco(update, decorations);
      },
    };
  },
  { decorations: (plugin) => plugin.decorations },
);
