import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, askAll } from './canaries/asking';
import { type Call, callsOf, type Form, isFor } from './canaries/calls';
import { callOf, formKey, formsIn, type PostedForm } from './canaries/forms';
import { type Person, type Planted, plant } from './canaries/plant';
import { canaries, type Who } from './canaries/readers';
import { expect, test } from './fixtures';
import { openSession } from './people';

// What somebody must not see is in nothing that any address of the build answers to them.

/** What says who asks. */
async function identityOf({ people, tokens }: Planted, who: Who): Promise<Record<string, string>> {
  if (who === 'guest') return {};
  if (who.startsWith('key for '))
    return { authorization: `Bearer ${tokens.get(who.slice('key for '.length))}` };
  return { cookie: `session=${await openSession(people[who as Person].email, true)}` };
}

/** Those who see most ask first and who sees nothing last: what was kept for one would reach the next. */
const everybody = (planted: Planted): Who[] => [
  ...(Object.keys(planted.people) as Person[]),
  ...[...planted.tokens.keys()].map((scope): Who => `key for ${scope}`),
  'guest',
];

/** What anybody may keep: public pages and what has no words of a person in it. */
const isPublic =
  /^\/(courses|confirm|invitation|sign-in|register|forgot-password|reset-password|icon|robots|sitemap|api\/assets|api\/v1\/openapi.json|$|\?)/;

/** Looks through answers for what is not for whoever asked, and keeps what was read. */
function watching(planted: Planted) {
  const all = canaries(planted);
  const leaks = new Set<string>();
  const kept = new Set<string>();
  const read = new Map<string, Set<Who>>();
  const forms = new Map<string, Set<Form>>();
  const look = (who: Who, { path, form, init }: Call, { text, status, cache }: Answer) => {
    let found = false;
    for (const { what, text: sign, readers } of all) {
      if (!text.includes(sign)) continue;
      found = true;
      read.set(what, (read.get(what) ?? new Set()).add(who));
      forms.set(what, (forms.get(what) ?? new Set()).add(form));
      if (!readers.includes(who))
        leaks.add(`${who} reads ${what} (${sign}) at ${init.method ?? 'GET'} ${path}, ${form}`);
    }
    const own = found || (who !== 'guest' && status === 200 && !isPublic.test(path));
    if (own && !/\b(private|no-store)\b/.test(cache)) kept.add(`${path}, ${form}: ${cache}`);
  };
  /** What nobody read who may: it was not planted, or not asked for. */
  const unread = () =>
    all.flatMap(({ what, readers, forms: asked }) => {
      const missing = readers.filter((who) => !read.get(what)?.has(who)).map((who) => `${who}: ${what}`);
      const nowhere = asked.filter((form) => !forms.get(what)?.has(form));
      return [...missing, ...nowhere.map((form) => `${what}: read by nobody, ${form}`)];
    });
  return { all, look, leaks, kept, unread };
}

const doorOf = ({ template, init }: Call): string => `${init.method ?? 'GET'} ${template}`;

/** What learners post on the pages that are asked; not all that they ever do. */
const posted = [
  ...['answerCardAction', 'beginReviewAction', 'deleteClaimEntryAction', 'handInAction', 'handInWorkAction'],
  ...['saveClaimEntryAction', 'saveDraftAction', 'setCardAsideAction', 'setReviewAction'],
  ...['giveReviewAction', 'startAttemptAction', 'withdrawAction'],
];

/** The names of the server actions that forms post to. */
function actionsOf(forms: PostedForm[]): string[] {
  const path = '.next/server/server-reference-manifest.json';
  const { node } = JSON.parse(readFileSync(path, 'utf8')) as {
    node: Record<string, { exportedName?: string }>;
  };
  return forms.flatMap(({ actions }) => actions.map((id) => node[id]?.exportedName ?? id));
}

/** Files of the build that were written since. */
function writtenSince(folder: string, since: number): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => statSync(path).mtimeMs > since);
}

test('nobody reads anywhere what is not for them', async () => {
  test.setTimeout(600_000);
  const since = Date.now();
  const planted = await plant();
  const calls = callsOf(planted);
  const { all, look, leaks, kept, unread } = watching(planted);
  const forms = new Map<string, PostedForm>();
  const identities = new Map<Who, Record<string, string>>();
  /** Doors that nobody has made: whoever asks is told so. */
  const closed = new Set<string>();
  for (const who of everybody(planted)) {
    const identity = await identityOf(planted, who);
    identities.set(who, identity);
    const own = calls.filter((call) => isFor(who, call) && !closed.has(doorOf(call)));
    await askAll(own, identity, (call, answer) => {
      look(who, call, answer);
      if (answer.status === 405) closed.add(doorOf(call));
      if (call.form === 'page' && (who === 'learnerA' || who === 'learnerB'))
        for (const form of formsIn(call.path, answer.html, who)) forms.set(formKey(form), form);
    });
  }
  // What learners post, posted by everybody else. Who learns there stays there, and is told what is said of their own answer.
  const signs = all.map(({ text }) => text);
  const home = `/learn/${planted.found.course}`;
  const ownMatter = ({ path }: PostedForm) => path === home || path === `/api${home}/before/answer`;
  const postAll = async ([who, identity]: [Who, Record<string, string>]) => {
    const learns = who === 'learnerA' || who === 'learnerB';
    const others = [...forms.values()]
      .filter((form) => form.owner !== who && !(learns && ownMatter(form)))
      .map((form) => callOf(form, signs));
    await askAll(others, identity, (call, answer) => look(who, call, answer), 1);
  };
  // All at once: who has to wait for the next minute waits beside the others.
  await Promise.all([...identities].map(postAll));
  expect(actionsOf([...forms.values()])).toEqual(expect.arrayContaining(posted));

  expect([...leaks]).toEqual([]);
  expect([...kept]).toEqual([]);
  expect(unread()).toEqual([]);
  const stored = writtenSince('.next', since).map((path) => [path, readFileSync(path, 'latin1')] as const);
  expect(stored.filter(([, text]) => all.some((one) => text.includes(one.text)))).toEqual([]);
});
