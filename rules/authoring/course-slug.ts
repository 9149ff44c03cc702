/** The form of a course's address: `a-z`, `0-9` and single hyphens. Anything else names no course. */
export const courseSlugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
