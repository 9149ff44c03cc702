import type { CourseRole } from '@/rules/accounts/roles';
import { instantWords } from '@/rules/time/ago';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A day as lists say it: "4 Nov 2026". Takes an instant (its day in UTC) or a date such as 2026-11-04. */
export const dayWords = (day: Date | string): string => days.format(new Date(day));

/** When settings were saved last, and by whom. */
export const lastSaved = ({ savedAt, savedBy }: { savedAt: Date; savedBy: string | null }): string =>
  `Last saved on ${instantWords(savedAt)}${savedBy ? ` by ${savedBy}` : ''}.`;

/** The roles in one course, as people read them. */
export const courseRoleWords: Record<CourseRole, string> = {
  owner: 'Owner',
  editor: 'Editor',
  grader: 'Grader',
};

/** What each may do, for where one is chosen. */
export const courseRoleOptions = [
  { value: 'editor', label: 'Editor: writes the course and publishes it' },
  { value: 'grader', label: 'Grader: reads everything, changes nothing' },
  { value: 'owner', label: 'Owner: also decides who works on it, and whether it goes on' },
] as const;
