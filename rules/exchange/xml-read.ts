/** An element with what stands in it, in order. Text has its references resolved. */
export type XmlElement = { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] };

/** What is no XML that is read here, and why. */
export class NoXml extends Error {
  override name = 'NoXml';
}

/** How deep elements may stand in each other, and how many there may be. */
const most = { deep: 100, elements: 50_000 };

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** References to characters and the five that XML itself has. There are no others, because there are no declarations. */
function resolved(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/gi, (all, tens, hex, name) => {
    if (name !== undefined) {
      const sign = Object.hasOwn(named, name) ? named[name] : undefined;
      if (sign === undefined || !all.endsWith(';'))
        throw new NoXml(`“${all.slice(0, 20)}” stands for nothing that is known.`);
      return sign;
    }
    const code = tens === undefined ? Number.parseInt(hex, 16) : Number(tens);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
      ? ''
      : String.fromCodePoint(code);
  });
}

const attribute = /\s+([^\s=<>"'/]{1,100})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const opening = /<([A-Za-z_][\w.:-]{0,99})/y;

/** Whole pieces that hold no elements, by how they begin and end. Declarations are refused. */
const pieces = [
  { begins: '<!--', ends: '-->', kept: false },
  { begins: '<![CDATA[', ends: ']]>', kept: true },
  { begins: '<?', ends: '?>', kept: false },
] as const;

function attributesAt(text: string, from: number): { attributes: Map<string, string>; at: number } {
  const attributes = new Map<string, string>();
  attribute.lastIndex = from;
  let at = from;
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    const [, name, double, single] = found as unknown as [string, string, string | undefined, string];
    attributes.set(name, resolved(double ?? single));
    at = attribute.lastIndex;
  }
  return { attributes, at };
}

/**
 * Reads XML without declarations: no DOCTYPE, so no entities that grow or reach outside, and nothing is fetched.
 * Elements, attributes, text, CDATA, comments; time grows with the length alone. Throws `NoXml` and nothing else.
 */
export function readXml(text: string): XmlElement {
  const top: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open: XmlElement[] = [top];
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const inside = open.at(-1) as XmlElement;
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) inside.children.push(resolved(text.slice(at, end)));
    if (next < 0) break;
    const piece = pieces.find(({ begins }) => text.startsWith(begins, next));
    if (piece) {
      const close = text.indexOf(piece.ends, next + piece.begins.length);
      if (close < 0) throw new NoXml(`“${piece.begins}” is never closed.`);
      if (piece.kept) inside.children.push(text.slice(next + piece.begins.length, close));
      at = close + piece.ends.length;
    } else if (text.startsWith('<!', next))
      throw new NoXml('It has declarations (DOCTYPE), which are not read.');
    else if (text.startsWith('</', next)) {
      const close = text.indexOf('>', next);
      const name = text.slice(next + 2, close < 0 ? undefined : close).trim();
      if (open.length === 1 || close < 0 || inside.name !== name)
        throw new NoXml(`“</${name.slice(0, 40)}>” closes nothing that is open.`);
      open.pop();
      at = close + 1;
    } else {
      opening.lastIndex = next;
      const [begun, name] = opening.exec(text) ?? [];
      if (begun === undefined || name === undefined) throw new NoXml('A “<” in it begins no element.');
      const { attributes, at: after } = attributesAt(text, next + begun.length);
      const [close] = /^\s*\/?>/.exec(text.slice(after, after + 100)) ?? [];
      if (close === undefined) throw new NoXml(`The element “${name}” is written wrongly.`);
      count += 1;
      if (count > most.elements || open.length > most.deep)
        throw new NoXml('It has too many elements, or they stand too deep.');
      const element: XmlElement = { name, attributes, children: [] };
      inside.children.push(element);
      if (!close.includes('/')) open.push(element);
      at = after + close.length;
    }
  }
  if (open.length > 1) throw new NoXml(`“${(open.at(-1) as XmlElement).name}” is never closed.`);
  const roots = top.children.filter((child) => typeof child !== 'string');
  const [root] = roots;
  if (roots.length !== 1 || !root) throw new NoXml('It is not one element with everything in it.');
  return root;
}

/** The elements of a name that stand directly in another. */
export const childrenOf = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** All text in an element. */
export const textIn = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

/** A text for the inside of an element or an attribute. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
