import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  lessonAt,
  moveLesson,
  moveModule,
  planRenames,
  type Structure,
  stepLesson,
  stepModule,
  structureOf,
  withLesson,
  withoutLesson,
} from './outline';

/** Names as authors and importers write them: with numbers, without, with the same number twice. */
const name = fc.constantFrom('1-a', '2-a', '2-b', '02-b', '10-c', 'no-number', '7', '3d-models', 'a', '0-z');
const names = fc.uniqueArray(name, { maxLength: 5 });
const draft = fc
  .uniqueArray(fc.tuple(name, names), { selector: ([folder]) => folder, minLength: 1, maxLength: 4 })
  .map((modules) => [
    'course.yaml',
    ...modules.flatMap(([folder, lessons]) => [
      `modules/${folder}/module.yaml`,
      `modules/${folder}/notes/deep.yaml`,
      ...lessons.map((lesson) => `modules/${folder}/${lesson}.md`),
    ]),
  ]);

/** A draft as the database has it: paths by file ids that stay. */
type Files = Map<number, string>;
const filesOf = (paths: string[]): Files => new Map(paths.map((path, id) => [id, path]));

function arrange(files: Files, change: (structure: Structure) => Structure): Files {
  const renames = planRenames(change(structureOf(files.values())), files.values());
  return new Map([...files].map(([id, path]) => [id, renames.get(path) ?? path]));
}

/** The order of a draft by file ids: per module the id of its module.yaml and those of its lessons. */
function orderOf(files: Files): [number | undefined, (number | undefined)[]][] {
  const ids = new Map([...files].map(([id, path]) => [path, id]));
  return structureOf(files.values()).map(({ key, lessons }) => [
    ids.get(`modules/${key}/module.yaml`),
    lessons.map((lesson) => ids.get(lesson.key)),
  ]);
}

type Move = {
  kind: 'lesson' | 'module' | 'lesson-step' | 'module-step';
  what: number;
  to: number;
  at: number;
};
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('lesson', 'module', 'lesson-step', 'module-step'),
  what: fc.nat(20),
  to: fc.nat(5),
  at: fc.nat(5),
});

function moved(structure: Structure, { kind, what, to, at }: Move): Structure {
  const lessons = structure.flatMap((module) => module.lessons);
  const lesson = lessons[what % Math.max(1, lessons.length)]?.key ?? 'none';
  const module = structure[what % structure.length]?.key ?? 'none';
  const step = at % 2 === 0 ? 'up' : 'down';
  if (kind === 'lesson') return moveLesson(structure, lesson, to % structure.length, at);
  if (kind === 'module') return moveModule(structure, module, at);
  return kind === 'lesson-step' ? stepLesson(structure, lesson, step) : stepModule(structure, module, step);
}

test('whatever is moved wherever: no file is lost, no path is there twice, and the order is the one asked for', () => {
  fc.assert(
    fc.property(draft, fc.array(move, { maxLength: 8 }), (paths, moves) => {
      let files = filesOf(paths);
      for (const one of moves) {
        const ids = new Map([...files].map(([id, path]) => [path, id]));
        const asked = moved(structureOf(files.values()), one).map(({ key, lessons }) => [
          ids.get(`modules/${key}/module.yaml`),
          lessons.map((lesson) => ids.get(lesson.key)),
        ]);
        files = arrange(files, (structure) => moved(structure, one));
        expect(orderOf(files)).toEqual(asked);
        expect(new Set(files.values()).size).toBe(paths.length);
        expect([...files.keys()].sort((a, b) => a - b)).toEqual(paths.map((_path, id) => id));
      }
    }),
  );
});

test('moving there and back again is the identity', () => {
  fc.assert(
    fc.property(draft, fc.nat(20), fc.nat(5), fc.nat(5), (paths, what, to, at) => {
      const start = arrange(filesOf(paths), (structure) => structure);
      const before = structureOf(start.values());
      const lesson = before.flatMap(({ lessons }) => lessons)[what];
      fc.pre(lesson !== undefined);
      const from = lessonAt(before, lesson.key) ?? { module: 0, index: 0 };
      const id = [...start].find(([, path]) => path === lesson.key)?.[0] ?? -1;
      const there = arrange(start, (structure) =>
        moveLesson(structure, lesson.key, to % before.length, Math.min(at, 1)),
      );
      const back = arrange(there, (structure) =>
        moveLesson(structure, there.get(id) ?? '', from.module, from.index),
      );
      expect(back).toEqual(start);
    }),
  );
});

test('one step and the step back is the identity, across the edges of modules too', () => {
  fc.assert(
    fc.property(draft, fc.nat(20), (paths, what) => {
      const structure = structureOf(arrange(filesOf(paths), (same) => same).values());
      const lessons = structure.flatMap((module) => module.lessons);
      const key = lessons[what % Math.max(1, lessons.length)]?.key ?? 'none';
      const up = stepLesson(structure, key, 'up');
      if (lessonAt(structure, key)?.module === 0 && lessonAt(structure, key)?.index === 0) {
        expect(up).toEqual(structure);
      } else {
        expect(stepLesson(up, key, 'down')).toEqual(structure);
      }
    }),
  );
});

test('everything is numbered from 1, and a second time nothing is left to rename', () => {
  const paths = [
    'modules/3-late/module.yaml',
    'modules/3-late/10-z.md',
    'modules/3-late/9-y.md',
    'modules/first/module.yaml',
    'modules/first/a.md',
    'modules/1-begin/module.yaml',
    'course.yaml',
  ];
  const renames = planRenames(structureOf(paths), paths);
  expect(Object.fromEntries(renames)).toEqual({
    'modules/3-late/module.yaml': 'modules/2-late/module.yaml',
    'modules/3-late/9-y.md': 'modules/2-late/1-y.md',
    'modules/3-late/10-z.md': 'modules/2-late/2-z.md',
    'modules/first/module.yaml': 'modules/3-first/module.yaml',
    'modules/first/a.md': 'modules/3-first/1-a.md',
  });
  const after = paths.map((path) => renames.get(path) ?? path);
  expect(planRenames(structureOf(after), after).size).toBe(0);
});

test('two that change places do so at once', () => {
  const paths = ['modules/1-m/1-a.md', 'modules/1-m/2-a.md'];
  const renames = planRenames(stepLesson(structureOf(paths), 'modules/1-m/2-a.md', 'up'), paths);
  expect(Object.fromEntries(renames)).toEqual({
    'modules/1-m/1-a.md': 'modules/1-m/2-a.md',
    'modules/1-m/2-a.md': 'modules/1-m/1-a.md',
  });
});

test('what is not there is not moved', () => {
  const structure = structureOf(['modules/1-m/1-a.md']);
  expect(moveLesson(structure, 'gone', 0, 0)).toEqual(structure);
  expect(stepLesson(structure, 'gone', 'up')).toEqual(structure);
  expect(moveModule(structure, 'gone', 0)).toEqual(structure);
  expect(lessonAt(structure, 'gone')).toBeNull();
});

test('a lesson that is added stands where it was put, one that is taken out stands nowhere', () => {
  const structure = structureOf(['modules/1-m/1-a.md', 'modules/2-n/module.yaml']);
  const added = withLesson(structure, 1, 0, { key: 'new', name: 'b' });
  expect(lessonAt(added, 'new')).toEqual({ module: 1, index: 0 });
  expect(withoutLesson(added, 'new')).toEqual(structure);
});
