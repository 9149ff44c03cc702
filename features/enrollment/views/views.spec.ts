import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { savedViews } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { NotFound, NotSignedIn, perform, type Refused } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { deleteView } from './delete-view';
import { mostViews } from './input';
import { listViews } from './list-views';
import { renameView } from './rename-view';
import { saveView } from './save-view';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

let me: Actor;
beforeEach(async () => {
  me = await makeUser(base.db, { role: 'instructor' });
});
const room = 'roster:a-course';
const save = (name: string, query = 'state=active', more: { room?: string; actor?: Actor | null } = {}) =>
  perform(
    saveView,
    { room: more.room ?? room, name, query },
    { db: base.db, actor: more.actor === undefined ? me : more.actor },
  );
const rename = (view: string, newName: string, actor: Actor | null = me) =>
  perform(renameView, { view, newName }, { db: base.db, actor });
const remove = (view: string, actor: Actor | null = me) =>
  perform(deleteView, { view }, { db: base.db, actor });
const listed = async (of = room, actor: Actor | null = me) =>
  (await perform(listViews, { room: of }, { db: base.db, actor })).views;
const names = async () => (await listed()).map(({ name }) => name);
const settled = async (tries: Promise<unknown>[]) =>
  (await Promise.allSettled(tries)).map((one) =>
    one.status === 'fulfilled' ? 'done' : (one.reason as Refused).code,
  );

test('a view is the filter, the order and the columns: no page of it, and no rows that were chosen', async () => {
  const { query } = await save(
    'Quiet ones',
    'activity=quiet-7&sort=name&dir=up&column=ends&column=state&search=&after=x~y&before=z&id=1&id=2&scope=all&do=pause&edit=1',
  );
  expect(query).toBe('activity=quiet-7&sort=name&dir=up&column=ends&column=state');
  expect(await listed()).toMatchObject([{ name: 'Quiet ones', query }]);
});

test('the same name in the same table replaces a view; in another table it is another view', async () => {
  const first = await save('Mine', 'state=active');
  const second = await save(' Mine ', 'state=paused');
  expect(second.id).toBe(first.id);
  await save('Mine', 'role=admin', { room: 'people' });
  expect(await listed()).toMatchObject([{ name: 'Mine', query: 'state=paused' }]);
  expect(await listed('people')).toMatchObject([{ name: 'Mine', query: 'role=admin' }]);
});

test('views are listed by name', async () => {
  for (const name of ['b', 'a', 'c']) await save(name);
  expect(await names()).toEqual(['a', 'b', 'c']);
});

test('views are somebody’s own: nobody else lists, renames or deletes them, administrators neither', async () => {
  const { id } = await save('Mine');
  for (const actor of [await makeUser(base.db), await makeUser(base.db, { role: 'admin' })]) {
    expect(await listed(room, actor)).toEqual([]);
    await expect(rename(id, 'Theirs', actor)).rejects.toBeInstanceOf(NotFound);
    await expect(remove(id, actor)).rejects.toBeInstanceOf(NotFound);
  }
  for (const tried of [
    save('x', '', { actor: null }),
    rename(id, 'x', null),
    remove(id, null),
    listed(room, null),
  ])
    await expect(tried).rejects.toBeInstanceOf(NotSignedIn);
  expect(await names()).toEqual(['Mine']);
});

test('a view of the same name may be somebody else’s too', async () => {
  await save('Mine');
  const other = await makeUser(base.db);
  await save('Mine', 'state=paused', { actor: other });
  expect(await listed()).toMatchObject([{ query: 'state=active' }]);
});

test('a view is renamed and deleted; what is not there is not found', async () => {
  const { id } = await save('Old');
  expect(await rename(id, ' New ')).toEqual({ room });
  expect(await rename(id, 'New')).toEqual({ room });
  expect(await names()).toEqual(['New']);
  expect(await remove(id)).toEqual({ room });
  expect(await names()).toEqual([]);
  await expect(remove(id)).rejects.toBeInstanceOf(NotFound);
  await expect(rename(id, 'Again')).rejects.toBeInstanceOf(NotFound);
});

test('a name that another view of the table has is refused, also when ten take it at once', async () => {
  const views: { id: string }[] = [];
  for (let n = 0; n < 10; n += 1) views.push(await save(`View ${n}`));
  await expect(rename(views[0]?.id ?? '', 'View 1')).rejects.toMatchObject({ code: 'view-name-taken' });
  await save('Taken', '', { room: 'people' });
  const outcomes = await settled(views.map(({ id }) => rename(id, 'Taken')));
  expect(outcomes.sort()).toEqual(['done', ...Array(9).fill('view-name-taken')]);
});

test('saving and renaming to one name at once leave one view of it', async () => {
  const one = await save('One');
  const outcomes = await settled([
    ...Array.from({ length: 4 }, () => save('Taken')),
    rename(one.id, 'Taken'),
    ...Array.from({ length: 4 }, () => save('Taken')),
  ]);
  expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'view-name-taken')).toEqual([]);
  expect((await names()).filter((name) => name === 'Taken')).toHaveLength(1);
});

test('somebody has at most 100 views over all tables; one of them can still be replaced', async () => {
  await base.db.insert(savedViews).values(
    Array.from({ length: mostViews - 1 }, (_, n) => ({
      userId: me.userId,
      room: n % 2 === 0 ? room : 'people',
      name: `View ${n}`,
      query: '',
    })),
  );
  const outcomes = await settled(Array.from({ length: 6 }, (_, n) => save(`Last ${n}`)));
  expect(outcomes.sort()).toEqual(['done', ...Array(5).fill('too-many-views')]);
  expect(await save('View 0', 'state=paused')).toMatchObject({ query: 'state=paused' });
  await expect(save('View 1')).rejects.toMatchObject({ code: 'too-many-views' });
});

test.each([
  ['', 'Give the view a name.'],
  ['   ', 'Give the view a name.'],
  ['x'.repeat(81), 'At most 80 characters.'],
  ['a\u0000b', 'This name has characters that cannot be stored.'],
  ['a\nb', 'This name has characters that cannot be stored.'],
  ['\ud800', 'This name has characters that cannot be stored.'],
])('%j is no name of a view', async (name, problem) => {
  await expect(save(name)).rejects.toMatchObject({ fields: { name: problem } });
  const { id } = await save('Good');
  await expect(rename(id, name)).rejects.toMatchObject({ fields: { newName: problem } });
});

test.each([
  '',
  'courses',
  'roster:',
  'roster:Up',
  'roster:a/../b',
  'people?x=1',
  `roster:${'a'.repeat(220)}`,
])('there are no views of %j', async (of) => {
  await expect(save('x', '', { room: of })).rejects.toMatchObject({ name: 'InvalidInput' });
});
