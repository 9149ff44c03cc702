/** Elements whose content is no text for readers. */
const silent = 'script|style|template|iframe|object|embed|noscript|svg|math|head|textarea|select';
export const silentElement = new RegExp(`^<(${silent})[\\s/>]`, 'i');

const attributeOf = (tag: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find(Boolean) ?? '';

/** The picture in a tag, where it is one. */
export const pictureIn = (tag: string): { src: string; alt: string } | null =>
  /^<img\b/i.test(tag) ? { src: attributeOf(tag, 'src'), alt: attributeOf(tag, 'alt') } : null;

/**
 * Raw html as the text a reader would have seen, which is Markdown again: pictures as `picture` writes
 * them, blocks on lines of their own, and nothing left that could be taken for a tag or a heading.
 */
export function textOfHtml(html: string, picture: (src: string, alt: string) => string): string {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, '')
    .replace(new RegExp(`<(${silent})\\b[\\s\\S]*?(?:</\\1\\s*>|$)`, 'gi'), '')
    .replace(/<img\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi, (tag) => {
      const found = pictureIn(tag);
      return found ? picture(found.src, found.alt) : '';
    })
    .replace(
      /<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|ul|ol|table|section|details|summary|h[1-6]|dt|dd|figure)\s*>/gi,
      '\n',
    )
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<\/?[a-z!](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, '')
    .replace(/<(?=[a-z/!?])/gi, '\\<');
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^(#{1,6}(?=\s|$)|:{2,})/, '\\$1')
        .replace(/[ \t]+/g, ' '),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
