import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRenames, structureOf } from './outline';
import { type DeletedFile, planRestore } from './outline-restore';

const course = [
  'course.yaml',
  'modules/1-begin/module.yaml',
  'modules/1-begin/1-a.md',
  'modules/1-begin/2-b.md',
  'modules/1-begin/3-c.md',
  'modules/2-integrity/module.yaml',
  'modules/2-integrity/1-d.md',
  'modules/2-integrity/2-e.md',
  'modules/3-end/module.yaml',
];

/** Deletes paths as the outline does: what is left is numbered anew. */
function deleted(paths: string[], gone: (path: string) => boolean): { left: string[]; files: DeletedFile[] } {
  const rest = paths.filter((path) => !gone(path));
  const renames = planRenames(structureOf(rest), rest);
  return {
    left: rest.map((path) => renames.get(path) ?? path),
    files: paths.filter(gone).map((path) => ({ id: `id of ${path}`, path })),
  };
}

function restored(live: string[], files: DeletedFile[]): string[] {
  const plan = planRestore(live, files);
  if (!plan) throw new Error('nowhere to go');
  return [...live.map((path) => plan.renames.get(path) ?? path), ...plan.paths.values()];
}

test('deleting any lesson or any module and undoing it gives every path back', () => {
  const structure = structureOf(course);
  const lessons = structure.flatMap((module) => module.lessons.map(({ key }) => key));
  const folders = structure.map(({ key }) => `modules/${key}/`);
  for (const what of [...lessons, ...folders]) {
    const { left, files } = deleted(course, (path) => path.startsWith(what));
    expect(restored(left, files).sort()).toEqual([...course].sort());
  }
});

test('whatever was deleted in whatever order, undoing the newest first gives everything back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 6 }), (picks) => {
      let live = [...course];
      const undo: DeletedFile[][] = [];
      for (const pick of picks) {
        const keys = structureOf(live).flatMap(({ key, lessons }) => [
          `modules/${key}/`,
          ...lessons.map((lesson) => lesson.key),
        ]);
        const what = keys[pick % Math.max(1, keys.length)];
        if (what === undefined) break;
        const { left, files } = deleted(live, (path) => path.startsWith(what));
        live = left;
        undo.unshift(files);
      }
      for (const files of undo) live = restored(live, files);
      expect(live.sort()).toEqual([...course].sort());
    }),
  );
});

test('a lesson finds its module again although that was moved', () => {
  const { left, files } = deleted(course, (path) => path === 'modules/2-integrity/1-d.md');
  const structure = structureOf(left);
  const renames = planRenames([...structure].reverse(), left);
  const moved = left.map((path) => renames.get(path) ?? path);
  expect(restored(moved, files)).toContain('modules/2-integrity/1-d.md');
  const swapped = planRenames(
    [structure[1], structure[0], structure[2]].filter((one) => one !== undefined),
    left,
  );
  const other = left.map((path) => swapped.get(path) ?? path);
  expect(restored(other, files)).toContain('modules/1-integrity/1-d.md');
});

test('a lesson whose module is gone comes last in the course, and nowhere when there is no module', () => {
  const files = [{ id: 'x', path: 'modules/2-integrity/1-d.md' }];
  const left = course.filter((path) => !path.startsWith('modules/2-'));
  expect(planRestore(left, files)?.paths.get('x')).toBe('modules/2-end/1-d.md');
  expect(planRestore(['course.yaml'], files)).toBeNull();
});

test('a module comes back beside one that took its folder meanwhile', () => {
  const files = [
    { id: 'm', path: 'modules/2-integrity/module.yaml' },
    { id: 'd', path: 'modules/2-integrity/1-d.md' },
    { id: 'n', path: 'modules/2-integrity/notes.yaml' },
  ];
  const plan = planRestore(course, files);
  expect(Object.fromEntries(plan?.paths ?? [])).toEqual({
    m: 'modules/2-integrity/module.yaml',
    d: 'modules/2-integrity/1-d.md',
    n: 'modules/2-integrity/notes.yaml',
  });
  expect(plan?.renames.get('modules/2-integrity/1-d.md')).toBe('modules/3-integrity/1-d.md');
});

test('the head of a module alone goes back to its lessons', () => {
  const left = course.filter((path) => path !== 'modules/2-integrity/module.yaml');
  const plan = planRestore(left, [{ id: 'm', path: 'modules/2-integrity/module.yaml' }]);
  expect(plan?.paths.get('m')).toBe('modules/2-integrity/module.yaml');
  expect(plan?.renames.size).toBe(0);
});

test('what lies elsewhere goes back under its path, or the next free one', () => {
  const plan = planRestore(course, [
    { id: 'c', path: 'course.yaml' },
    { id: 's', path: 'sources/all.yaml' },
    { id: 'd', path: 'modules/2-integrity/deep/a.yaml' },
  ]);
  expect(Object.fromEntries(plan?.paths ?? [])).toEqual({
    c: 'course-2.yaml',
    s: 'sources/all.yaml',
    d: 'modules/2-integrity/deep/a.yaml',
  });
});

test('a lesson without a number comes last in its module', () => {
  const plan = planRestore(course, [{ id: 'x', path: 'modules/1-begin/zero.md' }]);
  expect(plan?.paths.get('x')).toBe('modules/1-begin/4-zero.md');
});
