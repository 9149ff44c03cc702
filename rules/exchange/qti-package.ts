import { tagsIn } from '../assessment/bank';
import { attributeOf, elementsOf, inNamesOfThree } from './qti-names';
import { type About, readQtiItem } from './qti-read';
import type { Carried } from './question';
import { childrenOf, escapeXml, NoXml, readXml, textIn, type XmlElement } from './xml-read';

/** The name of the file that says what else there is in a package. */
export const manifestName = 'imsmanifest.xml';

/** What a package is, once it is unpacked: its files as texts in one element, so that it can stand in a form. */
const unpacked = 'question-package';

/** How hard a question is, from 1 to 5, in the words of LOM. */
const difficulties = ['very easy', 'easy', 'medium', 'difficult', 'very difficult'];

type Listed = { file: string; about: About };

const lom = ({ tags, difficulty }: About): string => {
  const words = tags.map((tag) => `<lom:keyword><lom:string>${escapeXml(tag)}</lom:string></lom:keyword>`);
  const hard = difficulties[Number(difficulty) - 1];
  const general = words.length > 0 ? `<lom:general>${words.join('')}</lom:general>` : '';
  const educational = hard
    ? `<lom:educational><lom:difficulty><lom:source>LOMv1.0</lom:source><lom:value>${hard}</lom:value></lom:difficulty></lom:educational>`
    : '';
  const all = `${general}${educational}`;
  return all === '' ? '' : `<metadata><lom:lom>${all}</lom:lom></metadata>`;
};

const space = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
const schema = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0p1_imscpv1p2_v1p0.xsd';
const lomSpace = 'http://ltsc.ieee.org/xsd/LOM';
const lomSchema = 'https://purl.imsglobal.org/spec/md/v1p3/schema/xsd/imsmd_loose_v1p3p2.xsd';

/** The manifest of a package: its items, with their tags and how hard they are. */
export function writeManifest(name: string, items: readonly Listed[]): string {
  const resources = items.map(
    ({ file, about }, index) =>
      `<resource identifier="item-${index + 1}" type="imsqti_item_xmlv3p0" href="${escapeXml(file)}">${lom(about)}<file href="${escapeXml(file)}"/></resource>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest xmlns="${space}" xmlns:lom="${lomSpace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${space} ${schema} ${lomSpace} ${lomSchema}" identifier="bank-${escapeXml(name)}">`,
    '<metadata><schema>QTI Item Bank</schema><schemaversion>3.0.1</schemaversion></metadata>',
    '<organizations/>',
    `<resources>\n${resources.join('\n')}\n</resources>`,
    '</manifest>',
    '',
  ].join('\n');
}

/** The texts of a package as one. */
export function packageText(files: ReadonlyMap<string, string>): string {
  const parts = [...files].map(
    ([path, text]) =>
      `<file name="${escapeXml(path)}"><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></file>`,
  );
  return [`<${unpacked}>`, ...parts, `</${unpacked}>`, ''].join('\n');
}

const plainPath = (path: string): string => path.replace(/^(\.?\/)+/, '');

/** What a manifest says of its files, by their paths. */
function aboutIn(manifest: XmlElement | null): Map<string, About> {
  const resources = manifest ? elementsOf(manifest, 'resource') : [];
  return new Map(
    resources.map((resource) => {
      const words = elementsOf(resource, 'keyword').map((one) => textIn(one).trim());
      const [hard] = elementsOf(resource, 'difficulty').map(
        (one) => difficulties.indexOf(elementsOf(one, 'value').map(textIn).join('').trim()) + 1,
      );
      return [
        plainPath(attributeOf(resource, 'href')),
        { tags: tagsIn(words.join(',')), difficulty: hard ? String(hard) : '' },
      ];
    }),
  );
}

/** A file as a tree, or why it is none. */
function opened(text: string): XmlElement | { why: string } {
  try {
    return inNamesOfThree(readXml(text));
  } catch (error) {
    return { why: (error as NoXml).message };
  }
}

const itemName = 'qti-assessment-item';

/** The items of a package in the order of its manifest, where it has one. */
function readPackage(root: XmlElement): Carried[] {
  const files = new Map(
    childrenOf(root, 'file').map((file) => [plainPath(attributeOf(file, 'name')), opened(textIn(file))]),
  );
  const manifest = files.get(manifestName);
  const about = aboutIn(manifest && !('why' in manifest) ? manifest : null);
  files.delete(manifestName);
  const ranks = new Map([...about.keys()].map((path, index) => [path, index]));
  const rank = (path: string) => ranks.get(path) ?? ranks.size;
  const inOrder = [...files].sort(([one], [other]) => rank(one) - rank(other));
  return inOrder.flatMap(([path, file]): Carried[] => {
    if ('why' in file) return [{ question: null, title: path, why: file.why }];
    // Tests, sections and results stand beside the items that they name.
    if (file.name !== itemName) return [];
    return [readQtiItem(file, about.get(path) ?? { tags: [], difficulty: '' })];
  });
}

/** Whether a tree is of QTI, of whichever version. */
export const isQti = ({ name }: XmlElement): boolean =>
  name === unpacked || /^(qti-assessment-|assessment(Item|Test|Section)$|questestinterop$)/.test(name);

/**
 * Reads QTI 3, and of QTI 2 what is the same: each question with what was lost, or why it cannot come in. Throws
 * `NoXml`, with why, for what is neither a package nor an item, and nothing else.
 */
export function readQti(root: XmlElement): Carried[] {
  if (root.name === unpacked) return readPackage(root);
  if (root.name === 'questestinterop')
    throw new NoXml('It is of QTI 1.2, which is another format. Export it as QTI 3, QTI 2.1 or Moodle XML.');
  const item = inNamesOfThree(root);
  if (item.name !== itemName)
    throw new NoXml(
      'It is a test and holds no questions itself. Choose the whole package that it stands in.',
    );
  return [readQtiItem(item, { tags: [], difficulty: '' })];
}
