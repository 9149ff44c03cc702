import type { SiteRole } from '@/rules/roles';

/** The roles as people read them. */
export const roleWords: Record<SiteRole, string> = {
  student: 'Student',
  staff: 'Staff',
  instructor: 'Instructor',
  admin: 'Administrator',
};
