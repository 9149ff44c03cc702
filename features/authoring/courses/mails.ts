import type { CourseRole } from '@/rules/accounts/roles';
import { siteName } from '@/rules/site';

const may: Record<CourseRole, string> = {
  owner:
    'As an owner you write the course, publish it, and decide who else works on it and whether it goes on.',
  editor: 'As an editor you write the course and publish it.',
  grader: 'As a grader you read everything in its studio, and its lessons as learners do.',
};

/** Tells somebody that they work on a course now. Nothing in it was typed by anybody but the course's address. */
export const addedToCourseMail = (
  address: string,
  course: string,
  role: CourseRole,
): { subject: string; body: string } => ({
  subject: 'You were added to a course',
  body: `${[
    `An owner of a course at ${siteName} added you to the people who make it. You find it here:`,
    new URL(`/teach/${course}/outline`, address).href,
    may[role],
    'If you think that this is a mistake, an owner of the course can take you off it again.',
  ].join('\n\n')}\n\n${siteName}\n`,
});
