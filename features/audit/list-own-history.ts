import * as z from 'zod';
import { deedsOfPerson, enrollmentDeedsOf } from '@/db/queries/own-history';
import { isThemselves } from '@/rules/access';
import { deedWords, doerWords, objectParts } from '@/rules/audit/audit-words';
import { transitions } from '@/rules/enrollment/enrollment-states';
import { noSubject, type OutputOf, operation } from '@/server/operation';

const page = 50;
const enrollmentDeeds = 100;

/**
 * What was done with one's own account, by oneself and by others, and what became of one's enrollments. Who of
 * the school did it is not named, nor is anybody to whom one did something.
 */
export const listOwnHistory = operation({
  name: 'list-own-history',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ before: z.int().positive().nullable() }),
  subject: noSubject,
  allow: isThemselves,
  async run({ db, actor, input }) {
    const me = actor.userId;
    const rows = await deedsOfPerson(db, me, input.before, page + 1);
    const moves = input.before === null ? await enrollmentDeedsOf(db, me, enrollmentDeeds) : [];
    const shown = rows.slice(0, page);
    return {
      deeds: shown.map(({ id, at, ...deed }) => ({ id, at, words: ownWords(deed, me) })),
      older: rows.length > page ? (shown.at(-1)?.id ?? null) : null,
      enrollments: moves.map(({ id, at, actorId, action, to, reason, course }) => ({
        id,
        at,
        course,
        done: action && action !== 'undo' ? transitions[action].done : `Set to: ${to}`,
        by: actorId === me ? 'you' : actorId === null ? 'the platform' : 'the school',
        reason,
      })),
    };
  },
});

type Deed = { actorId: string | null; action: string; object: string; detail: Record<string, unknown> };

/** The sentence, to the person themselves. */
function ownWords({ actorId, action, object, detail }: Deed, me: string): string {
  const { before, after } = deedWords(action, detail);
  const { kind, key } = objectParts(object);
  const mine = object === `user:${me}`;
  const doer =
    actorId === me || (actorId === null && after === null)
      ? 'You'
      : actorId === null
        ? doerWords(action)
        : 'The school';
  const toYou = (text: string) =>
    doer === 'You' ? text.replace(/\btheirs\b/, 'yours').replace(/\btheir\b/, 'your') : text;
  if (after === null) return `${toYou(`${doer} ${before}`)}.`;
  const on = mine
    ? 'your account'
    : kind === 'user'
      ? 'somebody’s account'
      : kind === 'course'
        ? 'a course'
        : `a ${kind}`;
  return `${doer} ${toYou(before)} ${kind === 'course' && key.length < 36 ? `the course ${key}` : on}${after}.`;
}

/** A line of one's own history. */
export type OwnDeed = OutputOf<typeof listOwnHistory>['deeds'][number];
/** What became of an enrollment once. */
export type OwnMove = OutputOf<typeof listOwnHistory>['enrollments'][number];
