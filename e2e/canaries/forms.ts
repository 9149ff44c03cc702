import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Call } from './calls';
import type { Who } from './readers';

/** A form of somebody's page as a browser without scripts would send it. */
export type PostedForm = {
  owner: Who;
  path: string;
  fields: [name: string, value: string][];
  actions: string[];
};

const parser = unified().use(rehypeParse);

const textOf = (element: Element): string => {
  let text = '';
  visit(element, 'text', (node) => {
    text += node.value;
  });
  return text;
};

/** What a field sends. Where something is to be chosen, what is chosen or else the first. */
function sentBy(field: Element, sent: Set<string>): string | null {
  const { name, value, type, checked } = field.properties;
  if (field.tagName === 'textarea') return textOf(field);
  if (field.tagName === 'select') {
    const options: Element[] = [];
    visit(field, { tagName: 'option' }, (option: Element) => {
      options.push(option);
    });
    const chosen = options.find(({ properties }) => properties.selected) ?? options[0];
    return String(chosen?.properties.value ?? '');
  }
  const isChoice = type === 'radio' || type === 'checkbox';
  if (isChoice && !checked && sent.has(String(name))) return null;
  if (type === 'file') return null;
  return String(value ?? (isChoice ? 'on' : ''));
}

function fieldsOf(tree: Root, form: Element): [string, string][] {
  const fields: Element[] = [];
  const isField = ({ tagName }: Element) => /^(input|textarea|select|button)$/.test(tagName);
  const own = String(form.properties.id ?? '');
  visit(form, 'element', (node) => {
    if (isField(node)) fields.push(node);
  });
  if (own !== '')
    visit(tree, 'element', (node) => {
      if (isField(node) && node.properties.form === own && !fields.includes(node)) fields.push(node);
    });
  const sent = new Set<string>();
  const buttons = fields.filter(({ tagName }) => tagName === 'button').slice(0, 1);
  return [...fields.filter(({ tagName }) => tagName !== 'button'), ...buttons].flatMap((field) => {
    const name = String(field.properties.name ?? '');
    const value = name === '' ? null : sentBy(field, sent);
    if (value === null) return [];
    sent.add(name);
    return [[name, value] as [string, string]];
  });
}

/** The server actions that a form names: in the field itself or in what stands for its function. */
const actionsIn = (fields: [string, string][]): string[] =>
  fields.flatMap(([name, value]) => {
    if (name.startsWith('$ACTION_ID_')) return [name.slice('$ACTION_ID_'.length)];
    const [, id] = /^\$ACTION_\d+:\d+$/.test(name) ? (/"id":"(\w+)"/.exec(value) ?? []) : [];
    return id ? [id] : [];
  });

const ends = /^\/api\/(sign-out|stop-viewing|theme)\b/;

/** The forms of a page that post something. */
export function formsIn(page: string, html: string, owner: Who): PostedForm[] {
  const tree = parser.parse(html);
  const found: PostedForm[] = [];
  visit(tree, { tagName: 'form' }, (form: Element) => {
    const { method, action } = form.properties;
    const path = String(action || page).split('#')[0] ?? page;
    if (String(method).toLowerCase() !== 'post' || ends.test(path)) return;
    const fields = fieldsOf(tree, form);
    found.push({ owner, path, fields, actions: actionsIn(fields) });
  });
  return found;
}

/** The same form of the same person, whichever page it stood on. */
export const formKey = ({ owner, path, fields, actions }: PostedForm): string => {
  const said = fields.filter(([name]) => !/^(\$ACTION|key$|writer$)/.test(name));
  return JSON.stringify([owner, actions.length > 0 ? actions : path, said]);
};

/** The form as a request, without the words that are looked for in what comes back. */
export function callOf({ path, fields }: PostedForm, signs: string[]): Call {
  const body = new FormData();
  for (const [name, value] of fields)
    body.append(
      name,
      signs.reduce((text, sign) => text.replaceAll(sign, 'Words'), value),
    );
  return { template: path, path, form: 'form', init: { method: 'POST', body } };
}
