import * as z from 'zod';
import type { Db } from '@/db/client';
import { chainAfter, chainHashAt, chainHead } from '@/db/queries/audit-chain';
import { auditEntries, objectsOfCourse, objectsOfPeople, peopleLike } from '@/db/queries/audit-search';
import { canReadAudit } from '@/rules/access';
import { breakWords, firstBreak } from '@/rules/audit/audit-chain';
import { objectParts } from '@/rules/audit/audit-words';
import { noSubject, type OutputOf, operation } from '@/server/operation';
import { readEntries } from './entries';

/** How many entries a page shows, of how many people a search by name takes, and how many newest are checked. */
const most = { page: 50, people: 20, objects: 500, checked: 1_000 } as const;

const text = z.string().transform((raw) =>
  raw
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200),
);

/** What was done, by whom, to what: newest first, a page at a time, with the state of the chain. */
export const searchAudit = operation({
  name: 'search-audit',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    /** Part of a name or an address: what they did, and what was done to them. */
    person: text,
    /** `course:<address>` and the like; a bare word is a course. */
    object: text,
    action: text,
    /** Whole days, in UTC. */
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    before: z.int().positive().nullable(),
  }),
  subject: noSubject,
  allow: canReadAudit,
  async run({ db, input }) {
    const people = input.person === '' ? null : await peopleLike(db, input.person, most.people + 1);
    const actors = people?.slice(0, most.people) ?? null;
    const rows = await auditEntries(
      db,
      {
        about: actors && { actors, objects: await objectsOfPeople(db, actors, most.objects) },
        objects: input.object === '' ? null : await objectsFrom(db, input.object),
        action: input.action || null,
        from: input.from === null ? null : dayStart(input.from, 0),
        until: input.to === null ? null : dayStart(input.to, 1),
        before: input.before,
      },
      most.page + 1,
    );
    const shown = rows.slice(0, most.page);
    return {
      entries: await readEntries(db, shown),
      older: rows.length > most.page ? (shown.at(-1)?.id ?? null) : null,
      /** More people have this in their name than are looked at. */
      tooMany: people !== null && people.length > most.people,
      chain: await chainState(db),
    };
  },
});

const dayStart = (day: string, later: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000);

async function objectsFrom(db: Db, object: string): Promise<string[]> {
  const { kind, key } = objectParts(object);
  return kind === 'course' || kind === '' ? objectsOfCourse(db, key) : [object];
}

/** Whether the newest entries hold together; the whole log is for `npm run audit:verify`. */
async function chainState(db: Db) {
  const head = await chainHead(db);
  const start = Math.max(0, (head?.seq ?? 0) - most.checked);
  const hash = start === 0 ? '' : ((await chainHashAt(db, start)) ?? '');
  const links = await chainAfter(db, { seq: start, hash }, most.checked);
  const broken = firstBreak(links, start, most.checked);
  return { head, checked: links.length, problem: broken && breakWords(broken) };
}

/** A page of the audit log. */
export type AuditPage = OutputOf<typeof searchAudit>;
/** An entry in it. */
export type FoundEntry = AuditPage['entries'][number];
