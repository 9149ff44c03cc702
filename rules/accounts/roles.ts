/** Roles on the whole site. What a role may do is said by the policies in `access.ts`, never here. */
export const siteRoles = ['student', 'instructor', 'staff', 'admin'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** Roles in one course. */
export const courseRoles = ['owner', 'editor', 'grader'] as const;
export type CourseRole = (typeof courseRoles)[number];
