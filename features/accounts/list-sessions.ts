import * as z from 'zod';
import { sessionsOf } from '@/db/queries/sessions';
import { isThemselves } from '@/rules/access';
import { deviceWords } from '@/rules/accounts/device';
import { noSubject, type OutputOf, operation } from '@/server/operation';

/** Where one is signed in: this device first, then the one last used. */
export const listSessions = operation({
  name: 'list-sessions',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isThemselves,
  async run({ db, actor }) {
    const rows = await sessionsOf(db, actor.userId);
    return rows
      .map(({ userAgent, ...row }) => ({
        ...row,
        device: deviceWords(userAgent),
        current: row.id === actor.sessionId,
      }))
      .sort((a, b) => Number(b.current) - Number(a.current));
  },
});

/** A device where one is signed in. */
export type ListedSession = OutputOf<typeof listSessions>[number];
