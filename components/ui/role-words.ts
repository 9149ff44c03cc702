import type { CourseRole, SiteRole } from '@/rules/accounts/roles';

/** The roles as people read them. */
export const roleWords: Record<SiteRole, string> = {
  student: 'Student',
  staff: 'Staff',
  instructor: 'Instructor',
  admin: 'Administrator',
};

export const courseRoleWords: Record<CourseRole, string> = {
  owner: 'Owner',
  editor: 'Editor',
  grader: 'Grader',
};
