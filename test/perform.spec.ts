import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Database } from '@/db/client';
import { enqueueMail } from '@/db/queries/outbox';
import { auditLog, outbox } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { canReadAudit, isAnyone, isOwn, isSignedIn } from '@/rules/access';
import { type AuditEntry, noSubject, operation, perform, Refused } from '@/server/operation';
import { testDatabase } from './database';
import { makeUser } from './factories';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const mailsAbout = (subject: string) => db.select().from(outbox).where(eq(outbox.subject, subject));
const auditOf = (object: string) => db.select().from(auditLog).where(eq(auditLog.object, object));
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Error) => error,
  );

/** Writes a mail, then ends as its input says. */
const writeThen = operation({
  name: 'write-then',
  kind: 'write',
  by: 'anyone',
  input: z.strictObject({ subject: z.string().min(3, 'is too short'), end: z.string() }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db: handle, input: { subject, end } }) {
    await enqueueMail(handle, { recipient: 'somebody@school.example', subject, body: '' });
    if (end === 'throw') throw new Error('after the write');
    if (end === 'refuse') throw new Refused('course-full');
    return end;
  },
  audit: ({ input, output }): AuditEntry | null => {
    if (input.end === 'throw-in-audit') throw new Error('in the audit');
    return output === 'quiet' ? null : { object: input.subject, detail: { end: output } };
  },
});

const own = operation({
  name: 'own-thing',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ id: z.string() }),
  subject: async (_db, { id }) => (id === 'missing' ? null : { ownerId: id }),
  allow: isOwn,
  run: async ({ subject }) => subject.ownerId,
});

describe('what an operation is given', () => {
  test('input of another form is named field by field, and nothing is written', async () => {
    const error = await errorOf(perform(writeThen, { subject: 'x', extra: 1 }, { db, actor: null }));
    expect(error).toMatchObject({
      name: 'InvalidInput',
      fields: { subject: 'is too short', end: expect.any(String), form: expect.any(String) },
    });
    expect(await mailsAbout('x')).toEqual([]);
  });

  test.each([[undefined], [null], ['text'], [[]], [42]])('%j is no input', async (raw) => {
    expect(await errorOf(perform(writeThen, raw, { db, actor: null }))).toMatchObject({
      name: 'InvalidInput',
    });
  });

  test('somebody must be signed in before anything is looked at', async () => {
    expect(await errorOf(perform(own, { nonsense: true }, { db, actor: null }))).toMatchObject({
      name: 'NotSignedIn',
    });
  });
});

describe('missing and forbidden', () => {
  test('are one answer, word for word', async () => {
    const actor = await makeUser(db);
    const missing = await errorOf(perform(own, { id: 'missing' }, { db, actor }));
    const forbidden = await errorOf(perform(own, { id: 'somebody else' }, { db, actor }));
    expect(missing).toMatchObject({ name: 'NotFound' });
    expect({ ...forbidden, message: forbidden?.message }).toEqual({ ...missing, message: missing?.message });
    expect(await perform(own, { id: actor.userId }, { db, actor })).toBe(actor.userId);
  });

  test('a forbidden write leaves nothing of what its subject did', async () => {
    const op = operation({
      ...writeThen,
      subject: async (handle, { subject }) => {
        await enqueueMail(handle, { recipient: 'somebody@school.example', subject, body: '' });
        return {};
      },
      allow: canReadAudit,
    });
    const actor = await makeUser(db);
    const error = await errorOf(perform(op, { subject: 'forbidden', end: '' }, { db, actor }));
    expect(error).toMatchObject({ name: 'NotFound' });
    expect(await mailsAbout('forbidden')).toEqual([]);
  });
});

describe('a write', () => {
  test.each(['throw', 'refuse', 'throw-in-audit'])('is undone whole: %s', async (end) => {
    const subject = `undone by ${end}`;
    expect(await errorOf(perform(writeThen, { subject, end }, { db, actor: null }))).not.toBeNull();
    expect(await mailsAbout(subject)).toEqual([]);
    expect(await auditOf(subject)).toEqual([]);
  });

  test('leaves one audit row with the deed, in the name of who did it', async () => {
    const actor = await makeUser(db);
    expect(await perform(writeThen, { subject: 'the deed', end: 'fine' }, { db, actor })).toBe('fine');
    expect(await mailsAbout('the deed')).toHaveLength(1);
    expect(await auditOf('the deed')).toMatchObject([
      { actorId: actor.userId, action: 'write-then', detail: { end: 'fine' } },
    ]);
  });

  test('and its audit row are one transaction', async () => {
    await perform(writeThen, { subject: 'together', end: 'fine' }, { db, actor: null });
    const [row] = await db
      .select({ same: sql<boolean>`${outbox}.xmin = ${auditLog}.xmin` })
      .from(outbox)
      .innerJoin(auditLog, eq(auditLog.object, outbox.subject))
      .where(eq(outbox.subject, 'together'));
    expect(row).toEqual({ same: true });
  });

  test.each([
    ['nobody', null],
    ['the platform', platform],
  ])('of %s is audited without a person', async (who, actor) => {
    const subject = `a deed of ${who}`;
    await perform(writeThen, { subject, end: 'fine' }, { db, actor });
    expect(await auditOf(subject)).toMatchObject([{ actorId: null, action: 'write-then' }]);
  });

  test('that changed nothing may stay out of the audit log', async () => {
    await perform(writeThen, { subject: 'quiet one', end: 'quiet' }, { db, actor: null });
    expect(await auditOf('quiet one')).toEqual([]);
  });

  test('is told the time it happens at', async () => {
    const now = new Date('2026-03-01T12:00:00Z');
    const clock = operation({ ...own, allow: isSignedIn, run: async (at) => at.now.toISOString() });
    const actor = await makeUser(db);
    expect(await perform(clock, { id: 'x' }, { db, actor, now })).toBe(now.toISOString());
  });
});

describe('the audit log', () => {
  test('has nothing of a read', async () => {
    const actor = await makeUser(db);
    await perform(own, { id: actor.userId }, { db, actor });
    expect(await db.select().from(auditLog).where(eq(auditLog.actorId, actor.userId))).toEqual([]);
  });

  test('is declared by every write, and by no read', () => {
    expect(() => operation({ ...writeThen, audit: undefined })).toThrow('write-then');
    expect(() => operation({ ...own, audit: 'in-ledger' })).toThrow('own-thing');
  });
});
