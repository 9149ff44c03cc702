import type { SaveAnswer } from '@/features/authoring/editor/save-draft-file';

/** What the server said of a text: acknowledged, or somebody else's text; else its status and words. */
export type Theirs = { text: string; version: number; savedBy: string | null; savedAt: string };
export type Sent =
  | { kind: 'saved'; version: number; savedAt: string }
  | { kind: 'conflict'; theirs: Theirs }
  | { kind: 'refused'; status: number; message: string };

/** What browsers send of a page that is being closed; more than that they refuse. */
const mostWhileLeaving = 60_000;

const tooLong = 'This is too long for one file. Split it into several.';

/** Posts JSON to a door of ours. @throws when the server is not reached. */
export async function post(url: string, value: object, options: RequestInit = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(value),
    ...options,
  });
}

/** What a door says that it did not do. */
export async function messageOf(answer: Response): Promise<string> {
  const said: unknown = await answer.json().catch(() => null);
  const message = said && typeof said === 'object' && 'message' in said ? said.message : null;
  return typeof message === 'string' ? message : 'The server did not take it.';
}

/** Sends a text to be saved. @throws when the server is not reached. */
export async function sendText(
  url: string,
  value: { version: number; text: string },
  leaving: boolean,
): Promise<Sent> {
  const keepalive = leaving && value.text.length < mostWhileLeaving / 3;
  const answer = await post(url, value, { keepalive });
  if (!answer.ok) {
    // The only body of ours that a door cannot read is one that is too long.
    const message = answer.status === 400 ? tooLong : await messageOf(answer);
    return { kind: 'refused', status: answer.status, message };
  }
  const said = (await answer.json()) as SaveAnswer;
  return said.ok
    ? { kind: 'saved', version: said.version, savedAt: said.savedAt }
    : { kind: 'conflict', theirs: said.current };
}
