import { type Actor, canViewAs } from '../access';
import type { SiteRole } from './roles';

/** Whose pages a session is set to show, as the database knows them at this moment. */
export type ViewedPerson = {
  userId: string;
  name: string;
  email: string;
  role: SiteRole;
  emailConfirmed: boolean;
  teaches: boolean;
  suspended: boolean;
  until: Date;
};

/**
 * Who a request is by: the person of the session, or, while they look at somebody's pages, that person with
 * the mark of who looks. Whoever may no longer look, or whom nobody may look at any more, is found out here.
 */
export function actorBehind(own: Actor, viewed: ViewedPerson | null): Actor {
  if (viewed === null || !canViewAs(own, viewed)) return own;
  const { userId, name, email, role, emailConfirmed, until } = viewed;
  return {
    userId,
    sessionId: own.sessionId,
    name,
    email,
    role,
    emailConfirmed,
    viewedBy: { actor: own, until },
  };
}

/** Who really sits before the screen. */
export const realActor = (actor: Actor): Actor => actor.viewedBy?.actor ?? actor;
