import { courseRoleMay, type PermissionName, siteRoleMay } from './accounts/permissions';
import type { CourseRole, SiteRole } from './accounts/roles';

/** The person behind a request, as the database knows them at this moment. */
export type Actor = {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  /** `platform` is the platform itself, acting from a script on its own machine. */
  role: SiteRole | 'platform';
  emailConfirmed: boolean;
  /** Set while somebody else looks at this person's pages: who it is, and until when. Nothing is written then. */
  viewedBy?: { actor: Actor; until: Date };
};

/** What a policy sees: the actor (null when nobody is signed in) and the loaded subject. */
export type Policy<Subject> = (actor: Actor | null, subject: Subject) => boolean;

/** Anyone at all, signed in or not: only for what is public by design. */
export const isAnyone: Policy<unknown> = () => true;

export const isSignedIn: Policy<unknown> = (actor) => actor !== null;

/** The person themselves, not somebody who looks at their pages: for what only they may see of themselves. */
export const isThemselves: Policy<unknown> = (actor) => actor !== null && !actor.viewedBy;

/** Not a person: the importer or another script that whoever runs the server started. */
export const isPlatform: Policy<unknown> = (actor) => actor?.role === 'platform';

const mayOnSite = (actor: Actor | null, permission: PermissionName): boolean =>
  actor !== null && siteRoleMay(actor.role, permission);

/** By a role on the site, for every course, or by a role in this one. */
const mayInCourse = (actor: Actor | null, { staffRole }: Partial<OfStaff>, permission: PermissionName) =>
  actor !== null && (siteRoleMay(actor.role, permission) || courseRoleMay(staffRole ?? null, permission));

/** Who may make a course of their own. */
export const isTeachingStaff: Policy<unknown> = (actor) => mayOnSite(actor, 'courses.create');

/** The row belongs to the person asking. */
export const isOwn: Policy<{ ownerId: string }> = (actor, subject) => actor?.userId === subject.ownerId;

/** The learner themselves, with an enrollment that lets them learn now. */
export const isSelfEnrolled: Policy<{ ownerId: string | null; mayLearn: boolean }> = (actor, subject) =>
  actor !== null && subject.mayLearn && actor.userId === subject.ownerId;

type OfStaff = { staffRole: CourseRole | null };
type Readable = OfStaff & { ownerId: string | null; mayLearn: boolean };

/** Anybody of the course, graders included: they see the studio, and read the course as learners do. */
export const canSeeStudio: Policy<OfStaff> = (actor, course) => mayInCourse(actor, course, 'courses.read');

export const canReadLesson: Policy<Readable> = (actor, subject) =>
  isSelfEnrolled(actor, subject) || canSeeStudio(actor, subject);

/** One's own enrollment, whatever its state: past work stays visible. Staff of the course see its outline. */
export const canSeeStanding: Policy<Readable> = (actor, subject) =>
  (actor !== null && actor.userId === subject.ownerId) || canSeeStudio(actor, subject);

/** Something published that anyone may see; a course without an edition does not exist for visitors. */
export const isPublished: Policy<{ published: boolean }> = (_actor, subject) => subject.published;

/** Owners and editors write the course and publish it. */
export const canEditCourse: Policy<OfStaff> = (actor, course) => mayInCourse(actor, course, 'courses.write');

/** Owners decide who else works on the course, and whether it goes on. */
export const canOwnCourse: Policy<OfStaff> = (actor, course) => mayInCourse(actor, course, 'courses.own');

/**
 * The cover of a course in the catalog is for anyone; what an edition uses is for those who learn from
 * it; anything of the course, its draft included, is for those who see its studio.
 */
export const canReadAsset: Policy<Readable & { onCover: boolean; inEdition: boolean; inCourse: boolean }> = (
  actor,
  subject,
) =>
  subject.onCover ||
  (subject.inEdition && isSelfEnrolled(actor, subject)) ||
  (subject.inCourse && canSeeStudio(actor, subject));

/** The people of one course. */
export const canReadRoster: Policy<OfStaff> = (actor, course) =>
  mayInCourse(actor, course, 'enrollments.read');

/** Their e-mail addresses too: a roster without this shows names alone. */
export const canReadContacts: Policy<OfStaff> = (actor, course) =>
  mayInCourse(actor, course, 'enrollments.contact');

export const canManageRoster: Policy<OfStaff> = (actor, course) =>
  mayInCourse(actor, course, 'enrollments.manage');

export const canManageCohorts: Policy<OfStaff> = (actor, course) =>
  mayInCourse(actor, course, 'cohorts.manage');

/** Without a course it is asked for the whole site. */
export const canRemind: Policy<Partial<OfStaff>> = (actor, course) =>
  mayInCourse(actor, course, 'care.remind');

/** What learners answered and were given, beside the right answers. */
export const canReadGrades: Policy<OfStaff> = (actor, course) => mayInCourse(actor, course, 'grades.read');

/** Owners and graders correct, set and release grades; editors write the course and see them. */
export const canGrade: Policy<OfStaff> = (actor, course) => mayInCourse(actor, course, 'grades.write');

/** Who graded a piece of work opens its grading again, and so does whoever owns the course or grades everywhere. */
export const canReopenGrading: Policy<OfStaff & { submission: { graderId: string | null } }> = (
  actor,
  { staffRole, submission },
) =>
  canGrade(actor, { staffRole }) &&
  (staffRole !== 'grader' || mayOnSite(actor, 'grades.write') || submission.graderId === actor?.userId);

/** One's own file of written work; who grades reads it once it is handed in. */
export const canReadWorkFile: Policy<OfStaff & { ownerId: string; handedIn: boolean }> = (actor, file) =>
  isOwn(actor, file) || (file.handedIn && canGrade(actor, file));

/** Everybody's enrollments, in every course. */
export const canReadEnrollments: Policy<unknown> = (actor) => mayOnSite(actor, 'enrollments.read');

export const canManageEnrollments: Policy<unknown> = (actor) => mayOnSite(actor, 'enrollments.manage');

export const canReadPeople: Policy<unknown> = (actor) => mayOnSite(actor, 'people.read');

export const canExportPeople: Policy<unknown> = (actor) => mayOnSite(actor, 'people.export');

export const canSuspend: Policy<unknown> = (actor) => mayOnSite(actor, 'people.suspend');

export const canGrantRoles: Policy<unknown> = (actor) => mayOnSite(actor, 'roles.grant');

type Viewed = { role: SiteRole; teaches: boolean; suspended: boolean };

/** Only a student's pages, and of nobody who works on a course: theirs would show what others wrote. */
export const canViewAs: Policy<Viewed> = (actor, person) =>
  mayOnSite(actor, 'view-as') && person.role === 'student' && !person.teaches && !person.suspended;

export const canReadDashboards: Policy<unknown> = (actor) => mayOnSite(actor, 'dashboards.read');

export const canReadMail: Policy<unknown> = (actor) => mayOnSite(actor, 'mail.read');

export const canReadAudit: Policy<unknown> = (actor) => mayOnSite(actor, 'audit.read');

export const canManageTokens: Policy<unknown> = (actor) => mayOnSite(actor, 'api-tokens.manage');
