import { gapSign } from './question';
import type { XmlElement } from './xml-read';

/** What QTI 2 calls without a capital letter; everything else of it has one, and html has none. */
const plainNames = new Set(
  'prompt value mapping match variable correct gap hottext equal member multiple ordered sum product subtract divide not and or default null contains substring random lt gt lte gte'.split(
    ' ',
  ),
);

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The name without the prefix of its namespace. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * A tree of QTI 2 under the names of QTI 3, which says the same in most of what is read here: `choiceInteraction` is
 * `qti-choice-interaction`. Prefixes of namespaces are left out in any version, and so
 * is the sign that stands for a gap.
 */
export function inNamesOfThree(element: XmlElement, isTwo = false): XmlElement {
  const name = localName(element.name);
  const two = isTwo || name === 'assessmentItem';
  const foreign = two && (/[A-Z]/.test(name) || plainNames.has(name));
  const attributes = [...element.attributes].map(([key, value]): [string, string] => [
    two ? kebab(localName(key)) : localName(key),
    value.replaceAll(gapSign, ''),
  ]);
  return {
    name: foreign ? `qti-${kebab(name)}` : name,
    attributes: new Map(attributes),
    children: element.children.map((child) =>
      typeof child === 'string' ? child.replaceAll(gapSign, '') : inNamesOfThree(child, two),
    ),
  };
}

/** All elements of a kind that stand in another, at whatever depth, in their order. */
export function elementsIn({ children }: XmlElement, isOne: (name: string) => boolean): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (element: XmlElement) => {
    if (isOne(element.name)) found.push(element);
    for (const child of element.children) if (typeof child !== 'string') look(child);
  };
  for (const child of children) if (typeof child !== 'string') look(child);
  return found;
}

export const elementsOf = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element, (one) => one === name);

export const attributeOf = ({ attributes }: XmlElement, name: string): string =>
  attributes.get(name)?.trim() ?? '';
