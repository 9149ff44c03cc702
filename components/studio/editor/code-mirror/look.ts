import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours by the tokens of the site, so that both themes are right without a second set. */
const frame = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--accent)', padding: '1.5rem 0 40vh' },
  '.cm-line': { padding: '0 1.5rem 0 0.75rem' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'var(--accent-soft)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-soft)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': {
    fontFamily: 'var(--font-mono)',
    fontSize: '0.68rem',
    minWidth: '2.4rem',
    padding: '0 0.2rem 0 0.6rem',
  },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--accent)' },
  '.cm-gutter-lint': { width: '1.1rem' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0.35em 0 0' },
  '.cm-lint-marker': { width: '0.75rem', height: '0.75rem' },
  '.cm-lint-marker-error': { content: 'none', borderRadius: '50%', background: 'var(--bad)' },
  '.cm-lint-marker-info': {
    content: 'none',
    borderRadius: '50%',
    border: '2px solid var(--ink-soft)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '0.25em',
  },
  '.cm-lintRange-info': { backgroundImage: 'none' },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem', fontFamily: 'var(--font-sans)', fontSize: '0.9rem' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--bad)' },
  '.cm-diagnostic-info': { borderLeft: '4px solid var(--ink-soft)' },
  '.cm-tooltip': {
    border: '1px solid var(--rule)',
    borderRadius: '0.5rem',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: '0 0.75rem 2rem var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-sans)', maxHeight: '18rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.35rem 0.75rem', lineHeight: '1.4' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { color: 'var(--ink-soft)', fontStyle: 'normal' },
  '.cm-panels': { backgroundColor: 'var(--sunk)', color: 'var(--ink)', fontFamily: 'var(--font-sans)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panel.cm-search': { padding: '0.6rem 2.5rem 0.6rem 0.75rem', fontSize: '0.95rem' },
  '.cm-panel.cm-search label': { fontSize: '0.875rem', marginRight: '0.75rem' },
  '.cm-textfield': {
    minHeight: '2.25rem',
    padding: '0.25rem 0.6rem',
    fontSize: '1rem',
    border: '1px solid var(--rule)',
    borderRadius: '0.375rem',
    backgroundColor: 'var(--raised)',
  },
  '.cm-button': {
    minHeight: '2.25rem',
    padding: '0.25rem 0.75rem',
    fontSize: '0.875rem',
    border: '1px solid var(--rule)',
    borderRadius: '0.375rem',
    background: 'var(--raised)',
  },
  '.cm-panel.cm-search [name=close]': {
    top: '0.5rem',
    right: '0.5rem',
    width: '2.25rem',
    height: '2.25rem',
    fontSize: '1.25rem',
    color: 'var(--ink)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--good-soft)', outline: '1px solid var(--good)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-soft)', outline: '2px solid var(--accent)' },
  '.cm-directive': { color: 'var(--accent)', fontFamily: 'var(--font-mono)', fontSize: '0.86em' },
  '.cm-inline-directive': { color: 'var(--accent)' },
  '.cm-anchor': { color: 'var(--ink-soft)', font: '400 0.8em var(--font-mono)' },
});

const words = HighlightStyle.define([
  { tag: tags.heading1, fontWeight: '650', fontSize: '1.4em', lineHeight: '1.3' },
  { tag: tags.heading2, fontWeight: '650', fontSize: '1.3em', lineHeight: '1.35' },
  { tag: tags.heading3, fontWeight: '650', fontSize: '1.12em' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.quote, color: 'var(--ink-soft)' },
  { tag: tags.link, color: 'var(--ink)' },
  { tag: tags.url, color: 'var(--ink-soft)', fontSize: '0.9em' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: '0.88em' },
  { tag: tags.processingInstruction, color: 'var(--ink-soft)' },
  { tag: tags.contentSeparator, color: 'var(--ink-soft)' },
  { tag: tags.meta, color: 'var(--ink-soft)' },
  { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
  { tag: tags.definition(tags.propertyName), color: 'var(--accent)' },
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--good)' },
]);

/** How the editor looks. */
export const look = [frame, syntaxHighlighting(words)];
