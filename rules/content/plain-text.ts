/** What is read of Markdown: words of terms and links stay, marks, anchors and citations go. Line breaks stay. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\s*:cite\[[^\]]*\]/g, '')
    .replace(/:(?:term|zh|hint)\[([^\]]*)\](?:\{[^}]*\})?/g, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s*\{#[a-z0-9-]+\}/g, '')
    .replace(/^#+\s+/gm, '')
    .replace(/[*`$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '');
}
