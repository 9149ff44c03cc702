import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { Database } from '@/db/client';
import { setProven } from '@/db/queries/sessions';
import {
  apiAnswers,
  apiTokens,
  auditLog,
  enrollmentBatches,
  enrollments,
  outbox,
  rateLimits,
  users,
} from '@/db/schema';
import { makeApiToken } from '@/features/api-tokens/make-api-token';
import { revokeApiToken } from '@/features/api-tokens/revoke-api-token';
import { contract } from '@/features/enrollment/api/contract';
import { apiDocument, problem } from '@/features/enrollment/api/document';
import { apiGuesses, apiLimits, apiScopes } from '@/rules/accounts/api-scopes';
import { apiDoor } from '@/server/api';
import { perform } from '@/server/operation';
import { testDatabase } from './database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from './factories';
import { carryOut, makeCohort } from './rosters';

let db: Database;
let close: () => Promise<void>;
let admin: Awaited<ReturnType<typeof makeUser>>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let token: { id: string; secret: string };
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  Object.assign(globalThis, { platformDatabase: db });
  vi.stubEnv('DATABASE_URL', 'postgres://unused/unused');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close();
});

async function makeToken(by = admin, scopes: readonly string[] = apiScopes) {
  await setProven(db, by.sessionId);
  return perform(makeApiToken, { name: 'SIS', scopes: scopes.join(' '), days: '90' }, { db, actor: by });
}
beforeEach(async () => {
  await db.delete(rateLimits);
  await db.delete(outbox);
  admin = await makeUser(db, { role: 'admin' });
  course = await makeCourse(db);
  token = await makeToken();
});

type Name = keyof typeof contract;
type Sent = {
  path?: Record<string, string>;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
  secret?: string;
};

/** Asks a door of the API, and holds every answer against its own schema. */
async function ask(
  name: Name,
  { path = {}, query = '', body, headers = {}, secret = token.secret }: Sent = {},
) {
  const route = contract[name];
  const at = route.path.replace(/\{(\w+)\}/g, (_, part: string) => path[part] ?? '');
  const request = new Request(`http://localhost:3000/api/v1${at}${query}`, {
    method: route.method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  // As the framework does: an address without variable parts has none.
  const params = Object.keys(path).length > 0 ? Promise.resolve(path) : undefined;
  const answer = await apiDoor(route)(request, { params });
  const json: unknown = await answer.json();
  if (answer.ok) {
    expect(answer.status).toBe(route.status);
    z.parse(route.answer as z.ZodType, json);
  } else {
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(z.parse(problem, json).status).toBe(answer.status);
  }
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  // biome-ignore lint/suspicious/noExplicitAny: held against its schema above
  return { status: answer.status, json: json as any, headers: answer.headers };
}

const here = () => ({ slug: course.slug });

describe('the document', () => {
  const folder = join(import.meta.dirname, '../app/api/v1');
  const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('route.ts'))
    .flatMap((file) => {
      const path = `/${file
        .replace(/\/route\.ts$/, '')
        .replaceAll('[', '{')
        .replaceAll(']', '}')}`;
      const source = readFileSync(join(folder, file), 'utf8');
      return [
        ...source.matchAll(/export (?:const|function|async function) (GET|POST|PUT|PATCH|DELETE)/g),
      ].map(([, method]) => `${method} ${path}`);
    });
  const document = apiDocument('https://learn.example.org') as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>
    >;
  };
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

  test('has every route, and no other', () => {
    expect(described.sort()).toEqual(routes.sort());
    expect(routes.length).toBeGreaterThan(8);
  });

  test('every route file opens the door of its own address', () => {
    for (const [name, { method, path }] of Object.entries(contract)) {
      const file = join(folder, path.replaceAll('{', '[').replaceAll('}', ']'), 'route.ts');
      expect(readFileSync(file, 'utf8')).toContain(`export const ${method} = apiDoor(contract.${name});`);
    }
  });

  test('is OpenAPI 3.1 with every parameter of a path, and unique names', () => {
    expect(document.openapi).toBe('3.1.0');
    const names: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const { operationId, parameters = [] } of Object.values(methods)) {
        names.push(operationId);
        const inPath = parameters.filter((one) => one.in === 'path').map((one) => one.name);
        expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      }
    }
    expect(new Set(names).size).toBe(names.length);
    expect(JSON.stringify(document)).not.toContain('"$schema"');
  });

  test('examples are right as they stand', () => {
    for (const route of Object.values(contract)) {
      if ('example' in route) z.parse(z.strictObject(route.inBody), route.example);
    }
  });
});

describe('a token', () => {
  test('is kept as its hash alone', async () => {
    const [row] = await db.select().from(apiTokens).where(eq(apiTokens.id, token.id));
    expect(JSON.stringify(row)).not.toContain(token.secret);
    expect(row?.hint).toBe(`${token.secret.slice(0, 8)}…`);
  });

  test('needs a fresh password to be made', async () => {
    const other = await makeUser(db, { role: 'admin' });
    const input = { name: 'SIS', scopes: 'people:read', days: '90' };
    await expect(perform(makeApiToken, input, { db, actor: other })).rejects.toMatchObject({
      code: 'password-again',
    });
  });

  test.each([
    [{ name: ' ' }, { name: 'Enter a name.' }],
    [{ scopes: '' }, { scopes: 'Choose at least one scope.' }],
    [{ days: '366' }, { days: 'Choose how long it lives.' }],
  ])('is not made of %j', async (change, fields) => {
    const input = { name: 'SIS', scopes: 'people:read', days: '90', ...change };
    await expect(perform(makeApiToken, input, { db, actor: admin })).rejects.toMatchObject({ fields });
  });

  test.each(['staff', 'instructor', 'student'] as const)('is not for a %s', async (role) => {
    await expect(makeToken(await makeUser(db, { role }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('is needed, and cookies are none', async () => {
    const tried: Record<string, string>[] = [
      { authorization: '' },
      { authorization: `Basic ${token.secret}` },
      { authorization: 'Bearer lp_an-unknown-secret-of-somebody' },
      { authorization: '', cookie: `session=${admin.sessionToken}` },
    ];
    for (const headers of tried) {
      const { status, headers: got } = await ask('courses', { headers });
      expect([status, got.get('www-authenticate')]).toEqual([401, 'Bearer']);
    }
  });

  test('dies when it is revoked, expires, or its maker is suspended or loses the role', async () => {
    const status = async () => (await ask('courses')).status;
    expect(await status()).toBe(200);
    await db.update(users).set({ role: 'staff' }).where(eq(users.id, admin.userId));
    expect(await status()).toBe(401);
    await db
      .update(users)
      .set({ role: 'admin', suspendedAt: sql`now()` as never })
      .where(eq(users.id, admin.userId));
    expect(await status()).toBe(401);
    await db.update(users).set({ suspendedAt: null }).where(eq(users.id, admin.userId));
    expect(await status()).toBe(200);
    await db
      .update(apiTokens)
      .set({ expiresAt: sql`now()` as never })
      .where(eq(apiTokens.id, token.id));
    expect(await status()).toBe(401);
    token = await makeToken();
    expect(await status()).toBe(200);
    expect(await perform(revokeApiToken, { tokenId: token.id }, { db, actor: admin })).toEqual({
      changed: true,
    });
    expect(await perform(revokeApiToken, { tokenId: token.id }, { db, actor: admin })).toEqual({
      changed: false,
    });
    expect(await status()).toBe(401);
  });

  test('goes no further than its scopes', async () => {
    const { secret } = await makeToken(admin, ['people:read']);
    const tried = await Promise.all([
      ask('people', { secret }),
      ask('courses', { secret }),
      ask('enrollments', { secret, path: here() }),
      ask('enroll', { secret, path: here(), body: { email: 'a@b.example' } }),
      ask('batch', { secret, path: { id: crypto.randomUUID() } }),
    ]);
    expect(tried.map(({ status }) => status)).toEqual([200, 403, 403, 403, 403]);
    expect(tried[1]?.headers.get('www-authenticate')).toContain('insufficient_scope');
  });

  test('notes when it was last used', async () => {
    await ask('courses');
    const [row] = await db.select().from(apiTokens).where(eq(apiTokens.id, token.id));
    expect(row?.lastUsedAt).not.toBeNull();
  });

  test('has a limit of its own, which says how long to wait', async () => {
    const key = `api:read:${token.id}`;
    const expiresAt = sql`now() + interval '30 seconds'` as never;
    await db.insert(rateLimits).values({ key, points: apiLimits.read - 1, expiresAt });
    expect((await ask('courses')).status).toBe(200);
    const { status, headers } = await ask('courses');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(30);
    const { secret } = await makeToken();
    expect((await ask('courses', { secret })).status).toBe(200);
  });

  test('that does not hold is counted by the address it came from, and no other address waits for it', async () => {
    const guess = (ip: string, secret = `guess-${'x'.repeat(30)}`) =>
      ask('courses', { secret, headers: { 'x-client-ip': ip } });
    for (let n = 0; n < apiGuesses; n += 1) expect((await guess('203.0.113.7')).status).toBe(401);
    const { status, headers } = await guess('203.0.113.7');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await guess('203.0.113.8')).status).toBe(401);
    expect((await guess('203.0.113.7', token.secret)).status).toBe(200);
  });

  test('that is none is answered without counting anything', async () => {
    for (const secret of ['', 'short']) expect((await ask('courses', { secret })).status).toBe(401);
    expect(await db.select().from(rateLimits)).toEqual([]);
  });
});

describe('reading', () => {
  test('courses and cohorts', async () => {
    const cohort = await makeCohort(db, course.courseId, { name: 'Autumn', seats: 3, startsAt: new Date(0) });
    const { json } = await ask('courses', { query: '?limit=200' });
    expect(json.items).toContainEqual(expect.objectContaining({ slug: course.slug, published: true }));
    const { json: cohorts } = await ask('cohorts', { path: here() });
    expect(cohorts.items).toMatchObject([
      { id: cohort, name: 'Autumn', seats: 3, startsAt: '1970-01-01T00:00:00.000Z' },
    ]);
  });

  test('goes through every enrollment once, page by page', async () => {
    const ids = new Set<string>();
    for (let n = 0; n < 5; n += 1) ids.add(await makeEnrollment(db, await makeUser(db), course));
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query: string = `?limit=2${next && `&cursor=${next}`}`;
      const { json } = await ask('enrollments', { path: here(), query });
      seen.push(...json.items.map(({ id }: { id: string }) => id));
      next = json.next;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(ids);
  });

  test('filters, by the state that counts now', async () => {
    const [lin, kai] = [await makeUser(db), await makeUser(db)];
    await makeEnrollment(db, lin, course);
    await makeEnrollment(db, kai, course, { endsAt: new Date(Date.now() - 1_000) });
    await db.update(users).set({ externalId: 'S-77' }).where(eq(users.id, kai.userId));
    const emails = async (query: string) => {
      const { json } = await ask('enrollments', { path: here(), query });
      return json.items.map((item: { person: { email: string } }) => item.person.email);
    };
    expect(await emails('?state=active')).toEqual([lin.email]);
    expect(await emails('?state=expired')).toEqual([kai.email]);
    expect(await emails(`?email=${lin.email.toUpperCase()}`)).toEqual([lin.email]);
    expect(await emails('?externalId=S-77')).toEqual([kai.email]);
    const { json } = await ask('people', { query: '?externalId=S-77' });
    expect(json.items).toMatchObject([{ id: kai.userId, email: kai.email, claimed: true }]);
    const found = await ask('people', { query: `?search=${kai.email.slice(0, 8)}` });
    expect(found.json.items).toHaveLength(1);
  });

  test.each([
    ['?state=asleep', 'state'],
    ['?limit=0', 'limit'],
    ['?cursor=x', 'cursor'],
    ['?states=active', 'request'],
    ['?limit=2&limit=3', 'limit'],
  ])('says what is wrong in %s', async (query, field) => {
    const { status, json } = await ask('enrollments', { path: here(), query });
    expect([status, json.errors[0].field]).toEqual([422, field]);
  });

  test('what is not there, malformed or foreign is one 404', async () => {
    const other = await makeCourse(db);
    const foreign = await makeEnrollment(db, await makeUser(db), other);
    const act = { body: { action: 'pause' } };
    const answers = await Promise.all([
      ask('enrollments', { path: { slug: 'no-such-course' } }),
      ask('cohorts', { path: { slug: 'NO SUCH' } }),
      ask('batch', { path: { id: crypto.randomUUID() } }),
      ask('batch', { path: { id: 'x' } }),
      ask('act', { path: { ...here(), id: foreign }, ...act }),
      ask('act', { path: { ...here(), id: 'x' }, ...act }),
    ]);
    expect(new Set(answers.map(({ status, json }) => `${status} ${JSON.stringify(json)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });
});

describe('writing', () => {
  test('enrolls somebody new, with an account to claim, a mail, a history and an audit row', async () => {
    const body = { email: 'New.Person@School.example', name: 'New Person', externalId: 'S-new' };
    const { json } = await ask('enroll', { path: here(), body });
    expect(json).toMatchObject({ from: 'none', to: 'active' });
    expect(json.enrollment.person).toMatchObject({ email: 'new.person@school.example', externalId: 'S-new' });
    expect((await db.select().from(outbox)).map(({ recipient }) => recipient)).toEqual([
      'new.person@school.example',
    ]);
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `enrollment:${json.enrollment.id}`));
    expect(entry).toMatchObject({
      action: 'enroll-person',
      actorId: admin.userId,
      detail: { token: token.id },
    });
    const again = await ask('enroll', { path: here(), body: { externalId: 'S-new' } });
    expect([again.status, again.json.code]).toEqual([409, 'not-from-this-state']);
  });

  test('moves one enrollment by the one table, with a reason where one is needed', async () => {
    const id = await makeEnrollment(db, await makeUser(db), course);
    const act = (body: object) => ask('act', { path: { ...here(), id }, body });
    expect((await act({ action: 'pause', reason: 'On leave' })).json).toMatchObject({
      from: 'active',
      to: 'paused',
    });
    expect((await act({ action: 'approve' })).json.code).toBe('not-from-this-state');
    expect((await act({ action: 'remove' })).json.code).toBe('reason-missing');
    expect((await act({ action: 'expire' })).json.errors).toMatchObject([{ field: 'action' }]);
    const ends = { at: '2099-01-01T00:00:00+08:00', zone: 'Asia/Shanghai' };
    const { json } = await act({ action: 'change', ends });
    expect(json.enrollment.validUntil).toBe('2098-12-31T16:00:00.000Z');
  });

  test('takes many as a batch that a job carries out', async () => {
    const people = Array.from({ length: 1_000 }, (_, n) => ({
      email: `s${n}@${course.slug}.example`,
      name: `S ${n}`,
    }));
    const { json, headers } = await ask('submit', { path: here(), body: { people } });
    expect(json.total).toBe(1_000);
    expect(headers.get('location')).toBe(`http://localhost:3000/api/v1/batches/${json.id}`);
    await carryOut(db, json.id);
    const batch = await ask('batch', { path: { id: json.id }, query: '?cursor=990' });
    expect(batch.json).toMatchObject({ state: 'done', done: 1_000, outcomes: { active: 1_000 }, next: null });
    expect(batch.json.items).toHaveLength(10);
    const many = { people: [...people, people[0]] };
    expect((await ask('submit', { path: here(), body: many })).json.errors[0]).toMatchObject({
      field: 'people',
    });
  }, 60_000);

  test('names the very field that is wrong', async () => {
    const people = [{ email: 'a@b.example' }, { email: 'not an address', cohort: 'x' }];
    const { status, json } = await ask('submit', { path: here(), body: { people, extra: 1 } });
    expect(status).toBe(422);
    expect(json.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'people[1].cohort',
      'people[1].email',
      'request',
    ]);
    const nobody = await ask('enroll', { path: here(), body: {} });
    expect(nobody.json.errors).toEqual([
      { field: 'email', message: 'Name the person: by `email`, or by `externalId`.' },
    ]);
    const forged = { email: 'a@b.example', via: { tokenId: token.id, key: null, requestHash: 'x' } };
    expect((await ask('enroll', { path: here(), body: forged })).status).toBe(422);
  });

  test.each([
    ['no JSON', '{', {}, 400],
    ['an array', '[]', {}, 400],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['too much', `{"email":"${'x'.repeat(4_200_000)}"}`, {}, 413],
    ['a key of another form', '{"email":"a@b.example"}', { 'idempotency-key': 'ä' }, 400],
  ])('reads no body that is %s', async (_title, body, headers, status) => {
    expect((await ask('enroll', { path: here(), body, headers })).status).toBe(status);
  });

  test('a key makes the same request once, however often and at once it is sent', async () => {
    const headers = { 'idempotency-key': 'intake-1' };
    const body = { people: [{ email: 'once@school.example' }] };
    const sent = await Promise.all(
      Array.from({ length: 6 }, () => ask('submit', { path: here(), body, headers })),
    );
    expect(new Set(sent.map(({ status, json }) => `${status} ${json.id}`)).size).toBe(1);
    expect(sent.filter((one) => one.headers.get('idempotent-replayed') === 'true')).toHaveLength(5);
    const made = await db
      .select()
      .from(enrollmentBatches)
      .where(eq(enrollmentBatches.courseId, course.courseId));
    expect(made).toHaveLength(1);
    const other = await ask('submit', {
      path: here(),
      body: { people: [{ email: 'two@school.example' }] },
      headers,
    });
    expect([other.status, other.json.code]).toEqual([409, 'request-key-taken']);
    const { secret } = await makeToken();
    expect((await ask('submit', { path: here(), body, headers, secret })).json.id).not.toBe(sent[0]?.json.id);
  });

  test('what was refused is judged anew with the same key', async () => {
    const id = await makeEnrollment(db, await makeUser(db), course, { state: 'paused' });
    const sent = { path: { ...here(), id }, body: { action: 'pause' }, headers: { 'idempotency-key': 'p' } };
    expect((await ask('act', sent)).status).toBe(409);
    await db.update(enrollments).set({ state: 'active' }).where(eq(enrollments.id, id));
    expect((await ask('act', sent)).status).toBe(200);
    expect(await db.select().from(apiAnswers).where(eq(apiAnswers.key, 'p'))).toHaveLength(1);
  });
});

test('an instructor of another course has no token, and an operation of the API refuses them', async () => {
  const elsewhere = await makeUser(db, { role: 'instructor' });
  const other = await makeCourse(db);
  await makeStaff(db, elsewhere, other.courseId);
  const via = { tokenId: token.id, key: null, requestHash: 'x'.repeat(64) };
  const input = { slug: course.slug, email: 'a@b.example', via, address: 'http://localhost:3000' };
  await expect(perform(contract.enroll.operation, input, { db, actor: elsewhere })).rejects.toMatchObject({
    name: 'NotFound',
  });
});
