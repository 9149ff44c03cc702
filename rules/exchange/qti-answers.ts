import { attributeOf, elementsOf } from './qti-names';
import { textIn, type XmlElement } from './xml-read';

/** What is answered: of which type, what would be right, and what parts of it are worth. */
export type Declared = {
  type: string;
  single: boolean;
  correct: string[];
  mapping: { key: string; worth: number; folded: boolean }[];
};

const none: Declared = { type: '', single: true, correct: [], mapping: [] };

/** The responses that an item declares, by their ids; where it declares none of an id, an empty one. */
export function readDeclared(item: XmlElement): (interaction: XmlElement) => Declared {
  const all = new Map(
    elementsOf(item, 'qti-response-declaration').map((one): [string, Declared] => [
      attributeOf(one, 'identifier'),
      {
        type: attributeOf(one, 'base-type'),
        single: attributeOf(one, 'cardinality') === 'single',
        correct: elementsOf(one, 'qti-correct-response').flatMap((correct) =>
          elementsOf(correct, 'qti-value').map((value) => textIn(value).replace(/\s+/g, ' ').trim()),
        ),
        mapping: elementsOf(one, 'qti-map-entry').map((entry) => ({
          key: attributeOf(entry, 'map-key').replace(/\s+/g, ' '),
          worth: Number(attributeOf(entry, 'mapped-value')) || 0,
          folded: attributeOf(entry, 'case-sensitive') === 'false',
        })),
      },
    ]),
  );
  return (interaction) => all.get(attributeOf(interaction, 'response-identifier')) ?? none;
}

/** What is right: what is said to be, or else what is worth something. */
export const rightsOf = ({ correct, mapping }: Declared): string[] =>
  correct.length > 0 ? correct : mapping.filter(({ worth }) => worth > 0).map(({ key }) => key);

/** Whether parts that are right are worth different things, or something wrong is worth anything. */
export function isWeighted({ mapping }: Declared, rights: ReadonlySet<string>): boolean {
  const worths = new Set(mapping.filter(({ key }) => rights.has(key)).map(({ worth }) => worth));
  return worths.size > 1 || mapping.some(({ key, worth }) => worth > 0 && !rights.has(key));
}
