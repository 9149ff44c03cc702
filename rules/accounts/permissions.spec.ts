import { expect, test } from 'vitest';
import {
  coursePresets,
  courseRoleMay,
  type PermissionName,
  permissions,
  risks,
  sitePresets,
  siteRoleMay,
} from './permissions';
import { courseRoles, siteRoles } from './roles';

const names = Object.keys(permissions) as PermissionName[];

test('every permission says its risk and what it means, in a sentence', () => {
  for (const { risk, means } of Object.values(permissions)) {
    expect(risks).toContain(risk);
    expect(means).toMatch(/^[A-Z].*\.$/);
  }
});

test('no preset names a permission twice, and none is given by no role', () => {
  const presets = [...Object.values(sitePresets), ...Object.values(coursePresets)];
  for (const preset of presets) expect(new Set(preset).size).toBe(preset.length);
  expect(new Set(presets.flat())).toEqual(new Set(names));
});

test('who reads nothing changes nothing: to manage people one sees them', () => {
  for (const preset of [...Object.values(sitePresets), ...Object.values(coursePresets)]) {
    if (preset.includes('enrollments.manage')) expect(preset).toContain('enrollments.read');
    if (preset.includes('enrollments.contact')) expect(preset).toContain('enrollments.read');
    if (preset.includes('courses.write')) expect(preset).toContain('courses.read');
    if (preset.includes('grades.write')) expect(preset).toContain('grades.read');
    // Who is graded has a name, and the right answers stand in the studio.
    if (preset.includes('grades.read'))
      expect(preset).toEqual(expect.arrayContaining(['enrollments.read', 'courses.read']));
  }
});

test('staff of the site get none of what shuts people out, gives rights or reads what all did', () => {
  const kept: PermissionName[] = [
    'people.suspend',
    'roles.grant',
    'view-as',
    'mail.read',
    'audit.read',
    'api-tokens.manage',
  ];
  for (const permission of kept) expect(siteRoleMay('staff', permission)).toBe(false);
  expect(siteRoleMay('staff', 'enrollments.manage')).toBe(true);
});

test('an administrator may everything, the platform is no role, and who is not of a course has no role in it', () => {
  for (const permission of names) {
    expect(siteRoleMay('admin', permission)).toBe(true);
    expect(siteRoleMay('platform', permission)).toBe(false);
    expect(courseRoleMay(null, permission)).toBe(false);
  }
});

test('each higher role of a course may all that the lower one may, but editors give no grades', () => {
  const ladder = [...courseRoles].reverse();
  for (const [lower, higher] of [ladder.slice(0, 2), ladder.slice(1)] as const) {
    for (const permission of coursePresets[lower ?? 'grader'])
      expect(courseRoleMay(higher ?? 'owner', permission)).toBe(
        !(higher === 'editor' && permission === 'grades.write'),
      );
  }
  expect(courseRoles.filter((role) => courseRoleMay(role, 'grades.write'))).toEqual(['owner', 'grader']);
  expect(siteRoles.filter((role) => siteRoleMay(role, 'roles.grant'))).toEqual(['admin']);
});
