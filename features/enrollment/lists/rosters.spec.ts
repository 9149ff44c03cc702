import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { sweepRosters } from '@/db/queries/rosters';
import {
  batchItems,
  courseStaff,
  enrollmentBatches,
  enrollments,
  rosterRows,
  rosters,
  users,
} from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { RosterOutcome } from '@/rules/enrollment/roster';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { carryOut, makeBatch, makeCohort, standing } from '@/test/rosters';
import { undoBatch } from '../batches/undo-batch';
import { admitRoster } from './admit-roster';
import { commitRoster } from './commit-roster';
import { exportRejected } from './export-rejected';
import { getRoster } from './get-roster';
import { listRosters } from './list-rosters';
import { mapRoster } from './map-roster';
import { openList, openPasted } from './open-list';
import { stageRoster } from './stage-roster';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
const folder = mkdtempSync(join(tmpdir(), 'rosters-'));
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

type Choices = { cohort?: string; source?: string; sync?: boolean };
const stage = async (text: string, choices: Choices = {}, actor = owner) =>
  (
    await perform(
      stageRoster,
      { course: course.slug, ...choices, list: await openPasted(text) },
      { db, actor },
    )
  ).id;
const show = (roster: string, outcome: RosterOutcome | null = null, actor = owner) =>
  perform(getRoster, { course: course.slug, roster, outcome }, { db, actor });
const commit = (roster: string, actor = owner) =>
  perform(commitRoster, { course: course.slug, roster }, { db, actor });
const map = (roster: string, columns: string[], more: object = {}, actor = owner) =>
  perform(mapRoster, { course: course.slug, roster, columns, ...more }, { db, actor });
const carry = async (roster: string) => {
  const { batch } = await commit(roster);
  await carryOut(db, batch);
  return batch;
};
const rejected = async (roster: string): Promise<string> => {
  const { text } = await perform(exportRejected, { course: course.slug, roster }, { db, actor: owner });
  let all = '';
  for await (const piece of text) all += piece;
  return all;
};
const itemsOf = (batch: string) =>
  db.select().from(batchItems).where(eq(batchItems.batchId, batch)).orderBy(asc(batchItems.position));
const mailOf = (name: string) => `${name}-${course.slug}@new.example`;

describe('a dry run', () => {
  test('says of each row what would happen, by line, column and reason, and enrolls nobody', async () => {
    const [known, twice, gone, active] = await Promise.all([
      makeUser(db),
      makeUser(db),
      makeUser(db, { suspended: true }),
      makeUser(db),
    ]);
    await makeEnrollment(db, active, course);
    const roster = await stage(
      [
        'Name;E-mail;Cohort;Ends',
        `Known;${known.email};;`,
        `New;${mailOf('n')};;2030-01-01`,
        `Twice;${twice.email};;`,
        `Again;${twice.email.toUpperCase()};;`,
        'Wrong;not-an-address;;soon',
        `Gone;${gone.email};;`,
        `Where;${mailOf('w')};Nowhere;`,
        `Active;${active.email};;`,
      ].join('\r\n'),
    );
    const { rows, outcomes, rowCount, delimiter } = await show(roster);
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'will-enroll'],
      [3, 'will-invite'],
      [4, 'will-enroll'],
      [5, 'rejected'],
      [6, 'rejected'],
      [7, 'rejected'],
      [8, 'rejected'],
      [9, 'already'],
    ]);
    expect(rows.slice(3, 7).map(({ notes }) => notes.map(({ column }) => column))).toEqual([
      ['email'],
      ['email', 'ends'],
      ['email'],
      ['cohort'],
    ]);
    expect(outcomes).toEqual({ 'will-enroll': 2, 'will-invite': 1, rejected: 4, already: 1 });
    expect([rowCount, delimiter]).toEqual([8, ';']);
    expect((await show(roster, 'rejected')).rows).toHaveLength(4);
    const rowsNow = await db.select().from(enrollments).where(eq(enrollments.courseId, course.courseId));
    expect(rowsNow).toHaveLength(1);
    expect(
      await db
        .select()
        .from(users)
        .where(eq(users.email, mailOf('n'))),
    ).toEqual([]);
  });

  test('forecasts who would find no seat', async () => {
    const cohort = await makeCohort(db, course.courseId, { seats: 1, waitlist: true });
    const roster = await stage([1, 2, 3].map((n) => mailOf(`s${n}`)).join('\n'), { cohort });
    expect((await show(roster)).seats).toMatchObject([{ needed: 3, left: 1, without: 2, waitlist: true }]);
  });

  test('gives the rejected rows back with their reasons, no formula among them', async () => {
    const roster = await stage(`Name,E-mail\n=cmd|'/c calc'!A1,x\n"Lee, Ann",\n@b,b@c.example\n`);
    expect(await rejected(roster)).toBe(
      [
        '\ufeffName,E-mail,Line,Reason',
        `'=cmd|'/c calc'!A1,x,2,E-mail address: This is no e-mail address.`,
        '"Lee, Ann",,3,E-mail address: There is no e-mail address.',
        '',
      ].join('\r\n'),
    );
  });

  test('of a file that was handed in again says that all is so already', async () => {
    const known = await makeUser(db);
    const text = `e-mail,name\n${known.email},Known\n${mailOf('n')},New`;
    await carry(await stage(text));
    const again = await stage(text);
    expect((await show(again)).outcomes).toEqual({ already: 2 });
    await expect(commit(again)).rejects.toMatchObject({ code: 'roster-nothing-to-do' });
  });

  test('asks the database as often for many rows as for few', async () => {
    const counted = async (count: number) => {
      let queries = 0;
      const counting = new Proxy(db, {
        get(target, name, receiver) {
          if (name !== 'transaction') return Reflect.get(target, name, receiver);
          return (work: (tx: unknown) => unknown) =>
            target.transaction((tx) =>
              Promise.resolve(
                work(
                  new Proxy(tx, {
                    get(inner, key) {
                      if (['select', 'insert', 'update', 'delete', 'execute'].includes(String(key)))
                        queries += 1;
                      const value = Reflect.get(inner, key);
                      return typeof value === 'function' ? value.bind(inner) : value;
                    },
                  }),
                ),
              ),
            );
        },
      });
      const list = await openPasted(Array.from({ length: count }, (_, n) => mailOf(`q${n}`)).join('\n'));
      await perform(stageRoster, { course: course.slug, list }, { db: counting, actor: owner });
      return queries;
    };
    expect(await counted(1_500)).toBe(await counted(3));
  });
});

describe('columns', () => {
  test('can be chosen, and the dry run is made anew', async () => {
    const roster = await stage(`x,y\nAnn,${mailOf('a')}\nBo,${mailOf('b')}`);
    expect((await show(roster)).columns.map(({ column }) => column)).toEqual([null, 'email']);
    await map(roster, ['name', 'email'], { heads: 'on' });
    expect((await show(roster)).rows.map(({ name }) => name)).toEqual(['Ann', 'Bo']);
    await map(roster, ['', 'email']);
    const { rows, rowCount, hasHeads } = await show(roster);
    expect([rowCount, hasHeads, rows[0]?.outcome]).toEqual([3, false, 'rejected']);
  });

  test.each([
    [['name', 'name'], {}, 'columns'],
    [['', ''], {}, 'columns'],
    [['email'], {}, 'columns'],
    [['', 'email'], { sync: true }, 'source'],
    [['', 'email'], { cohort: '00000000-0000-4000-8000-000000000000' }, 'cohort'],
    [['', 'email'], { source: 'a\u202eb' }, 'source'],
  ])('that make no sense are refused: %j %j', async (columns, more, field) => {
    const roster = await stage(`x,y\nAnn,${mailOf('a')}`);
    await expect(map(roster, columns, more)).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    });
    expect((await show(roster)).outcomes).toEqual({ 'will-invite': 1 });
  });
});

describe('committing', () => {
  test('is one batch that carries out what was shown', async () => {
    const cohort = await makeCohort(db, course.courseId);
    const known = await makeUser(db);
    const inCourse = await makeUser(db);
    await makeEnrollment(db, inCourse, course);
    const roster = await stage(
      `id,e-mail,name\n7-${course.slug},${mailOf('n')},New\n,${known.email},\n,${inCourse.email},\n,wrong,`,
      { cohort, source: 'SIS' },
    );
    const { batch, items } = await commit(roster);
    expect(items).toBe(3);
    expect(await itemsOf(batch)).toMatchObject([
      {
        position: 1,
        userId: null,
        person: { email: mailOf('n'), name: 'New', externalId: `7-${course.slug}` },
        move: { action: 'invite', cohortId: cohort, source: 'SIS' },
      },
      { position: 2, userId: known.userId, person: null, move: { action: 'enroll', cohortId: cohort } },
      { position: 3, userId: inCourse.userId, move: { action: 'change', cohortId: cohort } },
    ]);
    await carryOut(db, batch);
    const now = await standing(db, course.courseId);
    expect(now.get(known.userId)?.state).toBe('active');
    const [made] = await db
      .select()
      .from(users)
      .where(eq(users.email, mailOf('n')));
    expect(made).toMatchObject({ name: 'New', externalId: `7-${course.slug}` });
    expect(now.get(made?.id ?? '')?.state).toBe('invited');
  });

  test('twice, and by several at once, is the same batch', async () => {
    const roster = await stage([1, 2, 3].map((n) => mailOf(`c${n}`)).join('\n'));
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => commit(roster)));
    const made = all.flatMap((one) => (one.status === 'fulfilled' ? one.value.batch : []));
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'roster-busy' });
    expect(new Set([...made, (await commit(roster)).batch]).size).toBe(1);
    const batches = await db
      .select()
      .from(enrollmentBatches)
      .where(eq(enrollmentBatches.courseId, course.courseId));
    expect(batches).toMatchObject([{ kind: 'csv', total: 3, state: 'waiting' }]);
    await expect(map(roster, ['email'])).rejects.toMatchObject({ code: 'roster-committed' });
  });

  test('is not possible before anything is published', async () => {
    const roster = await stage(mailOf('a'));
    await db.execute(sql`update courses set current_edition_id = null where id = ${course.courseId}`);
    await expect(commit(roster)).rejects.toMatchObject({ code: 'nothing-published' });
  });

  test('takes an earlier choice back when the list waits for longer than a day', async () => {
    const [old, kept] = [await stage(mailOf('a')), await stage(mailOf('b'))];
    await commit(kept);
    await db.execute(
      sql`update rosters set created_at = now() - interval '25 hours' where id in (${old}, ${kept})`,
    );
    await expect(show(old)).rejects.toMatchObject({ name: 'NotFound' });
    await sweepRosters(db);
    const left = await db
      .select({ id: rosters.id })
      .from(rosters)
      .where(eq(rosters.courseId, course.courseId));
    expect(left).toEqual([{ id: kept }]);
    expect(await db.select().from(rosterRows).where(eq(rosterRows.rosterId, old))).toEqual([]);
  });
});

describe('keeping in step with a source', () => {
  const sync = { source: 'SIS', sync: true };
  const two = () => Promise.all([makeUser(db), makeUser(db)]);
  const listOf = (who: { email: string }[]) => who.map(({ email }) => email).join('\n');
  const outcomesOf = async (roster: string) =>
    new Map((await show(roster)).rows.map(({ email, outcome }) => [email, outcome]));

  test('withdraws who is gone, keeps who was changed by hand or came another way, and says so', async () => {
    const [[stays, leaves], [byHand, other], done] = await Promise.all([two(), two(), makeUser(db)]);
    await makeEnrollment(db, other, course);
    const first = await stage(listOf([stays, leaves, byHand, other, done]), sync);
    expect((await show(first)).compared).toBe(false);
    await carry(first);
    const hand = { userId: byHand.userId, move: { action: 'pause' } } as const;
    await carryOut(db, await makeBatch(db, owner, course.courseId, [hand]));
    await db.execute(sql`
      update enrollments set state = 'completed' where course_id = ${course.courseId} and user_id = ${done.userId}`);

    const second = await stage(`${listOf([stays])}\n${mailOf('new')}`, sync);
    expect(await outcomesOf(second)).toEqual(
      new Map([
        [stays.email, 'already'],
        [mailOf('new'), 'will-invite'],
        [leaves.email, 'will-withdraw'],
        [byHand.email, 'kept'],
        [other.email, 'kept'],
        [done.email, 'kept'],
      ]),
    );
    const batch = await carry(second);
    expect((await itemsOf(batch))[0]).toMatchObject({
      userId: leaves.userId,
      move: { action: 'withdraw', reason: 'No longer on the list of SIS' },
    });
    const now = await standing(db, course.courseId);
    expect([leaves, byHand, other].map(({ userId }) => now.get(userId)?.state)).toEqual([
      'withdrawn',
      'paused',
      'active',
    ]);
  });

  test('does not take a mistyped row for somebody who left, nor a list of another source for the last', async () => {
    const [a, b] = await two();
    await carry(await stage(listOf([a, b]), sync));
    const typo = await stage(`e-mail,ends\n${a.email},\n${b.email},never`, sync);
    expect((await show(typo)).outcomes).toEqual({ already: 1, rejected: 1 });
    const elsewhere = await stage(a.email, { source: 'Other', sync: true });
    expect((await show(elsewhere)).outcomes).toEqual({ already: 1 });
  });

  test('compares with the list before one that was undone', async () => {
    const [a, b] = await two();
    await carry(await stage(listOf([a, b]), sync));
    const wrong = await carry(await stage(a.email, sync));
    await carryOut(db, (await perform(undoBatch, { batch: wrong }, { db, actor: owner })).id);
    expect((await show(await stage(a.email, sync))).compared).toBe(true);
  });

  test('can be chosen afterwards, and taken back', async () => {
    const [a, b] = await two();
    await carry(await stage(listOf([a, b]), sync));
    const roster = await stage(a.email);
    expect((await show(roster)).outcomes).toEqual({ already: 1 });
    await map(roster, ['email'], { source: 'SIS', sync: 'on' });
    expect((await show(roster)).outcomes).toEqual({ already: 1, 'will-withdraw': 1 });
    await map(roster, ['email'], { source: 'SIS' });
    expect((await show(roster)).outcomes).toEqual({ already: 1 });
  });
});

describe('files', () => {
  const send = async (bytes: Buffer, name = 'list.csv') => {
    const path = join(folder, 'list');
    writeFileSync(path, bytes);
    const { id } = await perform(
      stageRoster,
      { course: course.slug, list: await openList(path, name) },
      { db, actor: owner },
    );
    return show(id);
  };
  const chinese = () => `姓名,邮箱\r\n李雷,${mailOf('li')}\r\n`;
  const gb18030 = (text: string) =>
    Buffer.concat(
      [...text].map((character) =>
        Buffer.from(
          {
            姓: [0xd0, 0xd5],
            名: [0xc3, 0xfb],
            邮: [0xd3, 0xca],
            箱: [0xcf, 0xe4],
            李: [0xc0, 0xee],
            雷: [0xc0, 0xd7],
          }[character] ?? [character.charCodeAt(0)],
        ),
      ),
    );
  test.each([
    ['UTF-8', (text: string) => Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    [
      'UTF-16 the other way round',
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'utf-16be',
    ],
    ['GB18030', gb18030, 'gb18030'],
  ])('in %s are read', async (_title, encode, encoding) => {
    const roster = await send(encode(chinese()));
    expect(roster).toMatchObject({ encoding, rows: [{ name: '李雷', email: mailOf('li'), line: 2 }] });
  });

  const head = 'name,e-mail\n';
  test.each([
    ['empty', Buffer.alloc(0), 'no-rows', null],
    ['with heads alone', Buffer.from(head), 'no-rows', null],
    ['of bytes of nothing', Buffer.from([0xff, 0x00, 0xff, 0xd8, 0x80]), 'unknown-encoding', null],
    [
      'cut off in the middle of UTF-16',
      Buffer.from(`\ufeff${head}`, 'utf16le').subarray(0, 9),
      'unknown-encoding',
      null,
    ],
    ['with a quote that never closes', Buffer.from(`${head}a,"b\nc\n`), 'unclosed-quote', 2],
    ['of too many columns', Buffer.from(`${head}${','.repeat(150)}x\n`), 'too-wide', null],
    ['that are a PDF', Buffer.from('%PDF-1.7\n'), 'not-a-list', null],
    ['that are a broken archive', Buffer.from('PK\x03\x04 and nothing more'), 'archive-broken', null],
  ])('%s are refused, and nothing is kept', async (_title, bytes, code, line) => {
    await expect(send(bytes)).rejects.toMatchObject({ code, line });
    expect(await db.select().from(rosters).where(eq(rosters.courseId, course.courseId))).toEqual([]);
  });

  test('with more rows than a list may have are refused', async () => {
    const rows = Array.from({ length: 100_001 }, (_, n) => `p${n}@x.example`).join('\n');
    await expect(send(Buffer.from(rows))).rejects.toMatchObject({ code: 'too-many-rows' });
  }, 180_000);

  test.each([
    ['NUL', 'A\u0000nn'],
    ['a turned direction', 'A\u202enn'],
    ['a giant cell', 'x'.repeat(200_000)],
    ['half a character', 'A\ud800'],
    ['an escape that is none', '\\u0000'],
  ])('with %s in a cell are stored and shown', async (_title, cell) => {
    const roster = await send(Buffer.from(`name,e-mail\n${cell},${mailOf('x')}\n`), 'odd\u0000\u202e.csv');
    expect(roster.rowCount).toBe(1);
    expect(JSON.stringify(roster)).not.toMatch(/\u202e/);
  });
});

describe('nobody else', () => {
  const refused = { name: 'NotFound' };
  const doors = (roster: string, actor: Actor) => [
    () => stage('a@b.example', {}, actor),
    () => perform(admitRoster, { course: course.slug }, { db, actor }),
    () => perform(listRosters, { course: course.slug }, { db, actor }),
    () => show(roster, null, actor),
    () => map(roster, ['email'], {}, actor),
    () => commit(roster, actor),
    () => perform(exportRejected, { course: course.slug, roster }, { db, actor }),
  ];

  test.each(['student', 'instructor'] as const)('%s: a list is not there', async (role) => {
    const roster = await stage(mailOf('a'));
    for (const door of doors(roster, await makeUser(db, { role })))
      await expect(door()).rejects.toMatchObject(refused);
  });

  test.each(['grader', 'editor'] as const)('%s of the course: a list is not there', async (role) => {
    const roster = await stage(mailOf('a'));
    const actor = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId: course.courseId, userId: actor.userId, role });
    for (const door of doors(roster, actor)) await expect(door()).rejects.toMatchObject(refused);
  });

  test('a list of one course is in no other, not even for who owns both', async () => {
    const roster = await stage(mailOf('a'));
    const other = await makeCourse(db);
    await makeStaff(db, owner, other.courseId);
    for (const door of [getRoster, commitRoster, exportRejected])
      await expect(
        perform(door as typeof getRoster, { course: other.slug, roster }, { db, actor: owner }),
      ).rejects.toMatchObject(refused);
  });

  test('staff of the site may', async () => {
    const actor = await makeUser(db, { role: 'staff' });
    expect((await show(await stage(mailOf('a'), {}, actor), null, actor)).by).toBe(actor.name);
  });

  test('a person who sends list after list is stopped', async () => {
    const answers = [];
    for (let n = 0; n < 62; n += 1)
      answers.push(await perform(admitRoster, { course: course.slug }, { db, actor: owner }));
    expect(answers.filter(({ ok }) => !ok)).toHaveLength(2);
    const { rosters: listed } = await perform(listRosters, { course: course.slug }, { db, actor: owner });
    expect(listed).toEqual([]);
  });
});
