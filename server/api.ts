import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ApiScope } from '@/rules/accounts/api-scopes';
import { bearerOf, spendGuess, spendOf } from './auth/token';
import { database, lostDatabase } from './database';
import { env } from './env';
import { type AnyOperation, InvalidInput, NotFound, perform, Refused } from './operation';
import { textWithin } from './request-text';

type FieldError = { field: string; message: string };
type Problem = { title: string; detail?: string; code?: string; errors?: FieldError[] };

const common = { 'cache-control': 'private, no-store' };

/** An error as RFC 9457 writes it. */
function problem(status: number, of: Problem, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', status, ...of });
  return new Response(body, {
    status,
    headers: { ...common, 'content-type': 'application/problem+json', ...headers },
  });
}

const notFound = () => problem(404, { title: 'Not found.' });

const noToken = () =>
  problem(
    401,
    { title: 'Send a token that holds, as Authorization: Bearer …' },
    { 'www-authenticate': 'Bearer' },
  );

const tooMany = (what: string, { waitSeconds }: { waitSeconds: number }) =>
  problem(
    429,
    { title: `Too many ${what}. Wait ${waitSeconds} seconds.` },
    { 'retry-after': String(waitSeconds) },
  );

/** What a door of the API is made of; see `features/enrollment/api/contract.ts`. */
type Route = {
  method: 'GET' | 'POST';
  scope: ApiScope;
  operation: AnyOperation;
  inPath: z.ZodRawShape;
  inQuery?: z.ZodRawShape;
  inBody?: z.ZodRawShape;
  status: number;
};

/** A batch of a thousand people with long reasons is some hundreds of kilobytes. */
const largestBody = 4 * 1024 * 1024;

type Given = { values: Record<string, unknown>; text: string } | Response;

/** The body of a write: one JSON object. */
async function bodyOf(request: Request): Promise<Given> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return problem(415, { title: 'Send JSON, with the content type application/json.' });
  const text = await textWithin(request, largestBody);
  if (text === null) return problem(413, { title: 'The body is larger than 4 MB.' });
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return { values: { ...value }, text };
  } catch {}
  return problem(400, { title: 'The body is not a JSON object.' });
}

/** The query of an address. A name that comes twice is a mistake, not a list. */
function queryOf(request: Request): Given {
  const params = new URL(request.url).searchParams;
  const names = [...params.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    return problem(422, {
      title: 'Some fields are wrong.',
      errors: [{ field: twice, message: 'Give it once.' }],
    });
  return { values: Object.fromEntries(params), text: '' };
}

/** `people[3].email`, as whoever sent it would write it. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? String(part) : `${name}.${String(part)}`,
    '',
  ) || 'request';

const wrong = (errors: FieldError[]) => problem(422, { title: 'Some fields are wrong.', errors });

const keyForm = /^[\x21-\x7e]{1,200}$/;

/**
 * One door of the API. A token and nothing else says who asks; the operation decides the rest, as everywhere.
 * Unknown, malformed and foreign ids are one and the same 404; every error is a problem document.
 */
export const apiDoor =
  (route: Route) =>
  async (
    request: Request,
    // The framework gives none to an address without variable parts.
    context: { params: Promise<Record<string, string>> | undefined },
  ): Promise<Response> => {
    try {
      return await answer(route, request, (await context.params) ?? {});
    } catch (error) {
      if (lostDatabase(error))
        return problem(503, { title: 'The database cannot be reached just now.' }, { 'retry-after': '2' });
      if (error instanceof NotFound) return notFound();
      if (error instanceof Refused) return problem(409, { title: error.message, code: error.code });
      if (error instanceof InvalidInput)
        return wrong(Object.entries(error.fields).map(([field, message]) => ({ field, message })));
      console.error(error);
      return problem(500, { title: 'Something went wrong on our side.' });
    }
  };

async function answer(route: Route, request: Request, params: Record<string, string>): Promise<Response> {
  const bearer = await bearerOf(request);
  if (!bearer) {
    const guess = await spendGuess(request);
    return guess && !guess.ok ? tooMany('tokens that do not hold', guess) : noToken();
  }
  const spent = await spendOf(bearer, route.method === 'GET' ? 'read' : 'write');
  if (!spent.ok) return tooMany('requests', spent);
  if (!bearer.scopes.includes(route.scope))
    return problem(
      403,
      { title: `This token does not have the scope ${route.scope}.`, code: 'insufficient-scope' },
      { 'www-authenticate': `Bearer error="insufficient_scope", scope="${route.scope}"` },
    );
  const path = z.strictObject(route.inPath).safeParse(params);
  if (!path.success) return notFound();
  const given = route.inBody ? await bodyOf(request) : queryOf(request);
  if (given instanceof Response) return given;
  const parsed = z.strictObject(route.inBody ?? route.inQuery ?? {}).safeParse(given.values);
  if (!parsed.success)
    return wrong(parsed.error.issues.map(({ path: at, message }) => ({ field: fieldOf(at), message })));

  const writes = route.method === 'POST';
  const key = request.headers.get('idempotency-key');
  if (writes && key !== null && !keyForm.test(key))
    return problem(400, { title: 'An Idempotency-Key is 1 to 200 visible ASCII characters.' });
  const { pathname } = new URL(request.url);
  const requestHash = createHash('sha256').update(`${route.method} ${pathname}\n${given.text}`).digest('hex');
  const input = {
    ...given.values,
    ...params,
    ...(writes && { via: { tokenId: bearer.tokenId, key, requestHash }, address: env().AUTH_URL }),
  };
  const output = await perform(route.operation, input, { db: database(), actor: bearer.actor });
  if (!writes) return Response.json(output, { status: route.status, headers: common });
  const { answer: body, replayed } = output as { answer: { address?: string }; replayed: boolean };
  return Response.json(body, {
    status: route.status,
    headers: {
      ...common,
      ...(replayed && { 'idempotent-replayed': 'true' }),
      ...(body.address && { location: body.address }),
    },
  });
}
