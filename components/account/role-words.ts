import type { SiteRole } from '@/rules/roles';

/** The roles as people read them. */
export const roleWords: Record<SiteRole, string> = {
  student: 'Student',
  instructor: 'Instructor',
  admin: 'Administrator',
};
