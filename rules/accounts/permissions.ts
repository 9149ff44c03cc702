import type { CourseRole, SiteRole } from './roles';

/** What somebody with the permission could do harm to: nothing to speak of, what is known of people, or the site. */
export const risks = ['low', 'personal data', 'high'] as const;
type Risk = (typeof risks)[number];
type Permission = { risk: Risk; means: string };

/**
 * Everything that a role can be given. From a role on the site it holds for every course, from a role in a
 * course for that course alone. The policies in `access.ts` ask for these by name.
 */
export const permissions = {
  'courses.create': { risk: 'low', means: 'Makes new courses, and becomes their owner.' },
  'courses.read': { risk: 'low', means: 'Sees the studio: the draft, its answers, editions and figures.' },
  'courses.write': { risk: 'high', means: 'Writes the draft and publishes it.' },
  'courses.own': { risk: 'high', means: 'Decides who works on the course, and archives it.' },
  'people.read': { risk: 'personal data', means: 'Finds everybody with an account, with their address.' },
  'people.export': { risk: 'high', means: 'Takes lists of people away as files.' },
  'people.suspend': { risk: 'high', means: 'Shuts people out of the site, and lets them in again.' },
  'roles.grant': { risk: 'high', means: 'Gives people another role on the site.' },
  'view-as': { risk: 'high', means: 'Sees the pages of a student as they do, without changing anything.' },
  'enrollments.read': { risk: 'personal data', means: 'Sees who is in a course, and how far they are.' },
  'enrollments.contact': { risk: 'personal data', means: 'Sees the e-mail addresses of who is in a course.' },
  'enrollments.manage': { risk: 'high', means: 'Enrolls, moves, pauses and removes people, one or many.' },
  'cohorts.manage': { risk: 'low', means: 'Makes cohorts, with their dates, seats and instructors.' },
  'care.remind': { risk: 'personal data', means: 'Sees who falls behind, and reminds them by mail.' },
  'grades.read': {
    risk: 'personal data',
    means: 'Sees what everybody of a course answered and was given, and the right answers.',
  },
  'grades.write': { risk: 'high', means: 'Changes, corrects and releases the grades of a course.' },
  'dashboards.read': { risk: 'low', means: 'Sees the figures of the whole site.' },
  'mail.read': { risk: 'high', means: 'Reads the mail that the site has sent, with the links in it.' },
  'audit.read': { risk: 'personal data', means: 'Searches what everybody did.' },
  'api-tokens.manage': {
    risk: 'high',
    means: 'Makes and revokes the keys with which other systems act here.',
  },
} as const satisfies Record<string, Permission>;

export type PermissionName = keyof typeof permissions;

const everything = Object.keys(permissions) as PermissionName[];

/** What each role on the site may, in every course. */
export const sitePresets: Record<SiteRole, readonly PermissionName[]> = {
  student: [],
  instructor: ['courses.create'],
  staff: [
    'courses.read',
    'people.read',
    'enrollments.read',
    'enrollments.contact',
    'enrollments.manage',
    'cohorts.manage',
    'care.remind',
    'grades.read',
    'grades.write',
    'dashboards.read',
  ],
  admin: everything,
};

/** What each role in a course may, in that course. */
export const coursePresets: Record<CourseRole, readonly PermissionName[]> = {
  grader: ['courses.read', 'enrollments.read', 'grades.read', 'grades.write'],
  editor: ['courses.read', 'courses.write', 'enrollments.read', 'enrollments.contact', 'grades.read'],
  owner: [
    'courses.read',
    'courses.write',
    'courses.own',
    'enrollments.read',
    'enrollments.contact',
    'enrollments.manage',
    'cohorts.manage',
    'care.remind',
    'grades.read',
    'grades.write',
  ],
};

/** Whether a role on the site gives a permission everywhere. The platform itself is no role and has none. */
export const siteRoleMay = (role: SiteRole | 'platform', permission: PermissionName): boolean =>
  role !== 'platform' && sitePresets[role].includes(permission);

/** Whether a role in a course gives a permission there. Null: the person does not work on the course. */
export const courseRoleMay = (role: CourseRole | null, permission: PermissionName): boolean =>
  role !== null && coursePresets[role].includes(permission);
