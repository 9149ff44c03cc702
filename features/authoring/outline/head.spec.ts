import { expect, test } from 'vitest';
import { readHead } from './head';

const lesson = (head: string) => readHead('modules/1-m/1-a.md', `---\n${head}\n---\n\nText.\n`);

test('a head without mistakes is read whole', () => {
  expect(
    lesson(
      'id: a\ntitle: "A: b"\nminutes: 12\nopens: 2026-12-01 09:00\nafter: m\nprerequisites: [x, y]\npreparation: [z]',
    ),
  ).toEqual({
    id: 'a',
    title: 'A: b',
    minutes: 12,
    release: { opens: '2026-12-01 09:00', after: 'm', prerequisites: ['x', 'y'] },
    preparation: ['z'],
  });
  expect(readHead('modules/1-m/module.yaml', 'id: m\ntitle: 2019\n')).toMatchObject({
    id: 'm',
    title: '2019',
  });
});

test.each([
  ['id: a\ntitle: What stays\nobjectives: [broken\nminutes: 3'],
  ['\todd: tab\nid: a\ntitle: "What stays"\n  - odd'],
  ['title: What stays\nid: a\nsummary: *nothing\nminutes: many'],
])('the title is read from %j', (head) => {
  expect(lesson(head)).toMatchObject({ id: 'a', title: 'What stays' });
});

test('a head that is never closed still has its title, and a file without one has none', () => {
  expect(readHead('modules/1-m/1-a.md', '---\nid: a\ntitle: Open\n\ntext: on and on')).toMatchObject({
    title: 'Open',
  });
  const none = { id: null, title: null, minutes: null, release: {}, preparation: [] };
  expect(readHead('modules/1-m/1-a.md', '# Only text')).toEqual(none);
  expect(readHead('modules/1-m/module.yaml', '- a\n- list')).toEqual(none);
  expect(readHead('modules/1-m/module.yaml', '')).toEqual(none);
  expect(lesson('title: ""\nminutes: -1\nprerequisites: x')).toEqual(none);
});
