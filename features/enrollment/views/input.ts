import * as z from 'zod';

/** A table that views are kept of: that of a course, of all courses, or of people. */
export const room = z
  .string()
  .regex(/^(people|enrollments|roster:[a-z0-9]+(-[a-z0-9]+)*)$/)
  .max(220);

export const viewName = z
  .string()
  .trim()
  .min(1, 'Give the view a name.')
  .max(80, 'At most 80 characters.')
  .refine(
    (name) => !/\p{Cc}/u.test(name) && name.isWellFormed(),
    'This name has characters that cannot be stored.',
  );

export const mostViews = 100;
