const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' };

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';

/** The text of html that we made ourselves: a formula by its TeX, no pictures, a line for every paragraph. */
export function plainText(html: string): string {
  return html
    .replace(/<math[\s\S]*?<annotation[^>]*>([\s\S]*?)<\/annotation>[\s\S]*?<\/math>/g, '$1')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<\/(?:p|h\d|li|tr|div|pre|blockquote|dt|dd|figcaption)>|<br\s*\/?>/g, '\n')
    .replace(/<\/t[dh]>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
      name ? (entities[name] ?? whole) : character(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}
