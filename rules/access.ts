import type { CourseRole, SiteRole } from './roles';

/** The person behind a request, as the database knows them at this moment. */
export type Actor = {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  /** `platform` is the platform itself, acting from a script on its own machine. */
  role: SiteRole | 'platform';
  emailConfirmed: boolean;
};

/** What a policy sees: the actor (null when nobody is signed in) and the loaded subject. */
export type Policy<Subject> = (actor: Actor | null, subject: Subject) => boolean;

/** Anyone at all, signed in or not: only for what is public by design. */
export const isAnyone: Policy<unknown> = () => true;

export const isSignedIn: Policy<unknown> = (actor) => actor !== null;

/** Not a person: the importer or another script that whoever runs the server started. */
export const isPlatform: Policy<unknown> = (actor) => actor?.role === 'platform';

export const isAdmin: Policy<unknown> = (actor) => actor?.role === 'admin';

export const isTeachingStaff: Policy<unknown> = (actor) =>
  actor?.role === 'admin' || actor?.role === 'instructor';

/** The row belongs to the person asking. */
export const isOwn: Policy<{ ownerId: string }> = (actor, subject) => actor?.userId === subject.ownerId;

/** The learner themselves, with an enrollment that lets them learn now. */
export const isSelfEnrolled: Policy<{ ownerId: string | null; mayLearn: boolean }> = (actor, subject) =>
  actor !== null && subject.mayLearn && actor.userId === subject.ownerId;

type OfStaff = { staffRole: CourseRole | null };
type Readable = OfStaff & { ownerId: string | null; mayLearn: boolean };

/** Anybody of the course, graders included: they see the studio, and read the course as learners do. */
export const canSeeStudio: Policy<OfStaff> = (actor, subject) =>
  actor !== null && (actor.role === 'admin' || subject.staffRole !== null);

export const canReadLesson: Policy<Readable> = (actor, subject) =>
  isSelfEnrolled(actor, subject) || canSeeStudio(actor, subject);

/** One's own enrollment, whatever its state: past work stays visible. Staff of the course see its outline. */
export const canSeeStanding: Policy<Readable> = (actor, subject) =>
  (actor !== null && actor.userId === subject.ownerId) || canSeeStudio(actor, subject);

/** Something published that anyone may see; a course without an edition does not exist for visitors. */
export const isPublished: Policy<{ published: boolean }> = (_actor, subject) => subject.published;

/** Owners and editors write the course and publish it. */
export const canEditCourse: Policy<OfStaff> = (actor, subject) =>
  actor !== null &&
  (actor.role === 'admin' || subject.staffRole === 'owner' || subject.staffRole === 'editor');

/** Owners decide who else works on the course, and whether it goes on. */
export const canOwnCourse: Policy<OfStaff> = (actor, subject) =>
  actor !== null && (actor.role === 'admin' || subject.staffRole === 'owner');

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
