import type { Db } from '@/db/client';
import { type auditEntries, objectNames } from '@/db/queries/audit-search';
import { deedWords, doerWords, objectParts } from '@/rules/audit/audit-words';

type Row = Awaited<ReturnType<typeof auditEntries>>[number];
type Named = { label: string; href: string | null };

/** An entry as it is read: who, what, on what. */
export type ReadEntry = {
  id: number;
  seq: number | null;
  at: Date;
  action: string;
  object: string;
  doer: Named;
  before: string;
  on: Named | null;
  after: string;
  /** What was kept with it, as text. */
  detail: { name: string; value: string }[];
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Puts entries into words. The names of all that they speak of are looked up together. */
export async function readEntries(db: Db, rows: readonly Row[]): Promise<ReadEntry[]> {
  const nameOf = await namesOf(db, rows);
  return rows.map(({ actorId, actor, detail, ...row }) => {
    const words = deedWords(row.action, detail);
    const object = nameOf(row.object);
    const own = row.object === `user:${actorId}`;
    const person = actorId === null ? null : { label: actor ?? 'Somebody', href: `/admin/people/${actorId}` };
    // What names no object was done by the person whose account it is, signed in or not.
    const doer = person ?? (words.after === null ? object : { label: doerWords(row.action), href: null });
    return {
      ...row,
      doer,
      before: words.before,
      on: words.after === null ? null : own ? { label: 'their own account', href: null } : object,
      after: words.after ?? '',
      detail: Object.entries(detail)
        .map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  });
}

async function namesOf(db: Db, rows: readonly Row[]): Promise<(object: string) => Named> {
  const keysOf = (kind: string) => [
    ...new Set(
      rows.map(({ object }) => objectParts(object)).flatMap((part) => (part.kind === kind ? [part.key] : [])),
    ),
  ];
  const isId = (key: string) => uuid.test(key);
  const found = await objectNames(db, {
    users: keysOf('user').filter(isId),
    courses: keysOf('course').filter(isId),
    slugs: keysOf('course').filter((key) => !isId(key)),
    enrollments: keysOf('enrollment').filter(isId),
    cohorts: keysOf('cohort').filter(isId),
  });
  const people = new Map(found.people.map((row) => [row.id, row.name]));
  const courses = new Map(
    found.courses.flatMap((row) => [[row.slug, row.slug] as const, [row.id, row.slug]]),
  );
  const cohorts = new Map(found.cohorts.map((row) => [row.id, row]));
  const enrollments = new Map(found.enrollments.map((row) => [row.id, row]));
  return (object) => {
    const { kind, key } = objectParts(object);
    const slug = courses.get(key);
    const enrolled = enrollments.get(key);
    const cohort = cohorts.get(key);
    if (kind === 'user' && people.has(key))
      return { label: people.get(key) ?? '', href: `/admin/people/${key}` };
    if (kind === 'course' && slug) return { label: `the course ${slug}`, href: `/teach/${slug}` };
    if (kind === 'enrollment' && enrolled)
      return { label: `${enrolled.name} in ${enrolled.slug}`, href: `/admin/people/${enrolled.userId}` };
    if (kind === 'cohort' && cohort)
      return { label: `the cohort ${cohort.name} of ${cohort.slug}`, href: `/teach/${cohort.slug}` };
    if (kind === 'batch') return { label: `the batch ${key.slice(0, 8)}`, href: `/admin/batches/${key}` };
    if (kind === 'user') return { label: 'an address without an account', href: null };
    return { label: kind ? `the ${kind} ${key.slice(0, 24)}` : object, href: null };
  };
}
