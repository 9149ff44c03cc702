import { deeds } from './audit-deeds';

type Detail = Record<string, unknown>;
/** A sentence about a deed, in two halves around what it was done to; `after` is null when it names nothing. */
export type DeedWords = { before: string; after: string | null };

/** A registration with an address that has an account changed nothing, and the log says so. */
const triedToRegister = 'tried to register with the address of {object}';

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '…';

/** An operation that has no words of its own here yet is named as it is. */
const unknown = (action: string): string => `did “${action.replaceAll('-', ' ')}” to {object}`;

/** What was done, as it stands after the name of who did it. */
export function deedWords(action: string, detail: Detail): DeedWords {
  const known = Object.hasOwn(deeds, action) ? deeds[action] : undefined;
  const phrase =
    action === 'register' && detail.outcome === 'address-known'
      ? triedToRegister
      : (known ?? unknown(action));
  const [before = '', after = null] = phrase.split('{object}');
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => plain(detail[key]));
  return { before: filled(before).trimEnd(), after: after === null ? null : filled(after) };
}

/** The operations that have words, for the choice in the search. */
export const knownActions: readonly string[] = Object.keys(deeds).sort();

/** Whose deed it was, where no person is named: the platform's own, or that of somebody not signed in. */
export function doerWords(action: string): string {
  return action === 'request-password-reset' || action === 'register' ? 'Somebody' : 'The platform';
}

/** What kind of thing an object is, and which one: `user:<id>`, `course:<address>`. */
export function objectParts(object: string): { kind: string; key: string } {
  const at = object.indexOf(':');
  return at < 0 ? { kind: '', key: object } : { kind: object.slice(0, at), key: object.slice(at + 1) };
}
