import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { type Entry, zipOf, zipOfFiles } from '@/test/archives';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { carryOut, standing } from '@/test/rosters';
import { commitRoster } from './commit-roster';
import { getRoster } from './get-roster';
import { mapRoster } from './map-roster';
import { openList } from './open-list';
import { stageRoster } from './stage-roster';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
const folder = mkdtempSync(join(tmpdir(), 'one-roster-'));
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await close();
});
beforeEach(async () => {
  course = await makeCourse(db);
  owner = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, owner, course.courseId);
});

const open = (archive: Buffer) => {
  const path = join(folder, 'export.zip');
  writeFileSync(path, archive);
  return openList(path, 'export.zip');
};
const columns = ['externalId', 'email', 'givenName', 'familyName', '', ''];
const stage = async (files: Record<string, string>, choices: object = {}) => {
  const list = await open(zipOfFiles(files));
  return (await perform(stageRoster, { course: course.slug, ...choices, list }, { db, actor: owner })).id;
};
const show = (roster: string) => perform(getRoster, { course: course.slug, roster }, { db, actor: owner });

/** An export of a school: two classes, a teacher, and students by these lines of `users.csv` and `enrollments.csv`. */
const school = (users: string[], enrollments: string[]) => ({
  'manifest.csv':
    'propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.users,bulk\nfile.enrollments,bulk\nsource.systemName,The SIS\n',
  'orgs.csv': 'sourcedId,status,dateLastModified,name,type\no-1,,,School,school\n',
  'classes.csv':
    'sourcedId,status,dateLastModified,title,classType\nk-1,,,Chains 3B,scheduled\nk-2,,,Chains 4A,scheduled\n',
  'users.csv': `sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,email\n${users.join('\n')}\n`,
  'enrollments.csv': `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n${enrollments.join('\n')}\n`,
});
const user = (n: number, status = '', enabled = 'true') =>
  `${course.slug}-${n},${status},,${enabled},u${n},Given${n},Family${n},u${n}@${course.slug}.example`;
const inClass = (n: number, taught = 'k-1', role = 'student', status = '') =>
  `e-${n}-${taught},${status},,${taught},o-1,${course.slug}-${n},${role}`;

describe('an export in the form of OneRoster', () => {
  test('becomes a list of its students, known by their ids', async () => {
    const roster = await stage(
      school([user(1), user(2), user(9)], [inClass(1), inClass(2, 'k-2'), inClass(9, 'k-1', 'teacher')]),
    );
    const shown = await show(roster);
    expect(shown).toMatchObject({ source: 'The SIS', oneRoster: true, rowCount: 2 });
    expect(shown.outcomes).toEqual({ 'will-invite': 2 });
    expect(shown.rows[0]).toMatchObject({
      line: 2,
      name: 'Given1 Family1',
      email: `u1@${course.slug}.example`,
      externalId: `${course.slug}-1`,
    });
    expect(shown.classes).toEqual([
      { value: 'Chains 3B', rows: 1, chosen: true },
      { value: 'Chains 4A', rows: 1, chosen: true },
    ]);
  });

  test('counts for the classes that are chosen, and for who is in two of them once', async () => {
    const roster = await stage(
      school([user(1), user(2)], [inClass(1), inClass(1, 'k-2'), inClass(2, 'k-2')]),
    );
    expect((await show(roster)).outcomes).toEqual({ 'will-invite': 2, 'left-out': 1 });
    const input = { course: course.slug, roster, columns, classes: ['Chains 3B'] };
    await perform(mapRoster, input, { db, actor: owner });
    expect((await show(roster)).outcomes).toEqual({ 'will-invite': 1, 'left-out': 2 });
    await expect(perform(mapRoster, { ...input, classes: [] }, { db, actor: owner })).rejects.toMatchObject({
      fields: { classes: expect.any(String) },
    });
  });

  test('leaves out what it marks for deletion, and in step with it withdraws them', async () => {
    const people = [user(1), user(2), user(3)];
    const first = await stage(
      school(
        people,
        [1, 2, 3].map((n) => inClass(n)),
      ),
      { sync: true },
    );
    const { batch } = await perform(
      commitRoster,
      { course: course.slug, roster: first },
      { db, actor: owner },
    );
    await carryOut(db, batch);
    const gone = [user(1), user(2, 'tobedeleted'), user(3)];
    const second = await stage(
      school(gone, [inClass(1), inClass(2), inClass(3, 'k-1', 'student', 'tobedeleted')]),
      {
        sync: true,
      },
    );
    expect((await show(second)).outcomes).toEqual({ already: 1, 'left-out': 2, 'will-withdraw': 2 });
    const done = await perform(commitRoster, { course: course.slug, roster: second }, { db, actor: owner });
    await carryOut(db, done.batch);
    const states = [...(await standing(db, course.courseId)).values()].map(({ state }) => state).sort();
    expect(states).toEqual(['invited', 'withdrawn', 'withdrawn']);
  });

  test('names a student of whom it says nothing', async () => {
    const roster = await stage(school([], [inClass(7)]));
    expect((await show(roster)).rows).toMatchObject([{ outcome: 'rejected', notes: [{ column: 'email' }] }]);
  });
});

describe('an archive is refused', () => {
  const whole = () => school([user(1)], [inClass(1)]);
  const { 'users.csv': _users, ...withoutUsers } = {
    'users.csv': '',
    'classes.csv': '',
    'enrollments.csv': '',
  };
  const changed = (manifest: string) => ({ ...whole(), 'manifest.csv': `propertyName,value\n${manifest}\n` });
  const rows: [string, () => Buffer, string][] = [
    ['without its files', () => zipOfFiles(withoutUsers), 'oneroster-missing'],
    ['of changes only', () => zipOfFiles(changed('file.enrollments,delta')), 'oneroster-delta'],
    ['of another version', () => zipOfFiles(changed('oneroster.version,2.0')), 'oneroster-version'],
    ['that is a workbook', () => zipOfFiles({ '[Content_Types].xml': '<Types/>' }), 'workbook'],
    [
      'in another encoding',
      () =>
        zipOf([...entries(whole()), { name: 'users.csv', data: Buffer.from([0xff, 0xfe, 0x41]) }].reverse()),
      'unknown-encoding',
    ],
    [
      'of a class with a quote that never closes',
      () => zipOfFiles({ ...whole(), 'classes.csv': 'sourcedId,title\nk-1,"open\n' }),
      'unclosed-quote',
    ],
    [
      'that unpacks to far more than it is',
      () =>
        zipOf(
          [...entries(whole()), { name: 'enrollments.csv', data: Buffer.alloc(17_000_000, 'x') }].reverse(),
        ),
      'archive-too-large',
    ],
    [
      'with a link in it',
      () => zipOf([{ name: 'users.csv', data: '/etc/passwd', mode: 0o120777 }]),
      'archive-broken',
    ],
    ['that is cut off', () => zipOfFiles(whole()).subarray(0, 200), 'archive-broken'],
  ];
  const entries = (files: Record<string, string>): Entry[] =>
    Object.entries(files).map(([name, data]) => ({ name, data }));

  test.each(rows)('%s', async (_title, archive, code) => {
    const taken = open(archive()).then((list) =>
      perform(stageRoster, { course: course.slug, list }, { db, actor: owner }),
    );
    await expect(taken).rejects.toMatchObject({ name: 'ListRefused', code });
  });
});
