import * as z from 'zod';
import type { Db } from '@/db/client';
import {
  type DoneItem,
  lockRunningBatch,
  setBatchFinished,
  setItemsDone,
  waitingItems,
} from '@/db/queries/batches';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { ensurePeople } from '@/db/queries/unclaimed';
import { isPlatform } from '@/rules/access';
import type { BatchMove } from '@/rules/enrollment/enrollment-batch';
import type { EnrollmentMove } from '@/rules/enrollment/enrollment-moves';
import { operation } from '@/server/operation';
import { mailInvitations } from '../mail-invitations';
import { type Settled, settle } from '../settle';
import { undoChanges } from './undo-changes';

/**
 * How many people one transaction moves. The seats of their course are locked meanwhile, and what is worked out between
 * its statements holds up the pages of the same process.
 */
const perStep = 200;

type Item = { position: number; courseId: string; userId: string; move: BatchMove };

/**
 * Carries the next items of a batch out, in one transaction: whoever has no account is given one to claim,
 * everybody is moved by `settle`, and what came of each is written down. A worker that is killed in the
 * middle leaves the items waiting for the next.
 */
export const runBatchStep = operation({
  name: 'run-batch-step',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ batch: z.uuid(), address: z.url({ protocol: /^https?$/ }) }),
  subject: (db, { batch }) => lockRunningBatch(db, batch),
  allow: isPlatform,
  async run({ db, input: { address }, subject: batch, now }): Promise<{ done: number }> {
    const items = onePerPerson(await withPeople(db, await waitingItems(db, batch.id, perStep)));
    const done: DoneItem[] = [];
    for (const courseId of [...new Set(items.map((item) => item.courseId))].sort()) {
      const scopes = await enrollmentScopes(db, courseId);
      if (!scopes) throw new Error('the course of an item exists');
      const here = items.filter((item) => item.courseId === courseId);
      const context = { scopes, by: 'staff', actorId: batch.createdBy, batchId: batch.id, now } as const;
      const settled =
        batch.undoOf === null
          ? await settle(db, here.map(toMove), context)
          : await undoChanges(
              db,
              here.map(({ userId }) => userId),
              { ...context, undoOf: batch.undoOf },
            );
      if (batch.undoOf === null) await mailInvitations(db, scopes, settled, address);
      done.push(...match(here, settled));
    }
    await setItemsDone(db, batch.id, done);
    if (items.length === 0) await setBatchFinished(db, batch.id);
    return { done: items.length };
  },
  audit: 'in-ledger',
});

type Waiting = Awaited<ReturnType<typeof waitingItems>>[number];

/** Finds or makes the accounts of those who are known by their address only. */
async function withPeople(db: Db, items: readonly Waiting[]): Promise<Item[]> {
  const people = items.flatMap(({ userId, person }) => (userId === null && person ? [person] : []));
  const ids = await ensurePeople(db, people);
  return items.map(({ userId, person, ...item }) => {
    const id = userId ?? ids.get(person?.email ?? '');
    if (!id) throw new Error('an item is about somebody');
    return { ...item, userId: id };
  });
}

/** Up to the first person who comes again in the same course: they have their second turn in the next step. */
function onePerPerson(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  const again = items.findIndex(({ courseId, userId }) => {
    const key = `${courseId} ${userId}`;
    return seen.has(key) || !seen.add(key);
  });
  return again === -1 ? [...items] : items.slice(0, again);
}

function toMove({ userId, move }: Item): EnrollmentMove {
  const { action, ends, ...rest } = move;
  if (action === 'undo') throw new Error('only a batch that undoes another has items that undo');
  const own = ends ? { at: new Date(ends.at), zone: ends.zone } : ends;
  return { userId, action, ...rest, ...(own !== undefined && { ends: own }) };
}

function match(items: readonly Item[], settled: readonly Settled[]): DoneItem[] {
  const byPerson = new Map(settled.map((one) => [one.userId, one]));
  return items.flatMap(({ position, userId }) => {
    const one = byPerson.get(userId);
    return one ? [{ ...one, position }] : [];
  });
}
