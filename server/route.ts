import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/rules/access';
import { realActor } from '@/rules/accounts/viewing';
import { currentActor } from './auth/session';
import { database, lostDatabase } from './database';
import { env } from './env';
import { InvalidInput, NotFound, NotSignedIn, type Operation, perform, Refused } from './operation';
import { type Allowance, withinRate } from './rate';
import { textWithin } from './request-text';

/**
 * Whether a POST to one of our own addresses comes from one of our own pages. Browsers always name the
 * origin of a POST; what does not name it is refused. On this machine alone (embedded), the loopback
 * names mean the same site.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  const { AUTH_URL, PLATFORM_MODE } = env();
  if (origin === new URL(AUTH_URL).origin) return true;
  return (
    PLATFORM_MODE === 'embedded' &&
    /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin) &&
    origin.endsWith(`//${request.headers.get('host')}`)
  );
}

/** Back to the page a form was on: a path of this site, else the start. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}

/** The path of the page that sent a form, without its fragment. */
export function refererPath(request: Request): string {
  try {
    const url = new URL(request.headers.get('referer') ?? '');
    return url.pathname + url.search;
  } catch {
    return '/';
  }
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store', ...headers } });

/** In bytes, where a door does not say otherwise. */
const usualBody = 64 * 1024;

/** The body of a request as an object or a form; null when it is malformed or too large. */
async function readBody(
  request: Request,
  largest: number,
): Promise<Record<string, unknown> | FormData | null> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return null;
  try {
    if (!request.headers.get('content-type')?.startsWith('application/json')) return await request.formData();
    const text = await textWithin(request, largest);
    const value: unknown = text === null ? null : JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

type Door<Schema extends z.ZodType, Output> = {
  // biome-ignore lint/suspicious/noExplicitAny: an operation by anybody
  operation: Operation<any, Schema, any, Output>;
  /** The input from a form, for browsers without JavaScript; JSON is taken as it is. */
  fromForm: (form: FormData) => Record<string, unknown>;
  /**
   * What is found out before the operation, outside its transaction, because it takes its time. What it comes to wins
   * over the body, so that nobody sends it.
   */
  before?: (input: Record<string, unknown>, actor: Actor | null) => Promise<Record<string, unknown>>;
  /** What the address itself says; it wins over the body. */
  fromAddress: Record<string, unknown>;
  /** Where a browser without JavaScript goes on; with what was wrong, if anything was. */
  back: (problem: string | null) => string;
  /** How many bytes the body may have; 64 kB unless told otherwise. */
  largest?: number;
  /** What of the person's allowance a request uses up; that of writes unless told otherwise. */
  allowance?: Allowance;
};

/**
 * One door for a write: with JavaScript it is called with JSON and answers JSON, without it is the target
 * of a plain form and leads back to the page. The address stays the same over deployments, so that a tab
 * left open, or a queue replayed after days offline, still finds it.
 */
export async function open<Schema extends z.ZodType, Output>(
  request: Request,
  door: Door<Schema, Output>,
): Promise<Response> {
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false;
  const fail = (status: number, message: string, extra: Record<string, unknown> = {}, headers = {}) =>
    wantsJson ? json(status, { message, ...extra }, headers) : new Response(message, { status, headers });
  if (!isSameOrigin(request)) return fail(403, 'This request does not come from a page of this site.');
  const body = await readBody(request, door.largest ?? usualBody);
  if (body === null) return fail(400, 'The request could not be read.');
  try {
    const actor = await currentActor();
    if (actor && !withinRate(realActor(actor).userId, Date.now(), door.allowance)) {
      return fail(429, 'Too many requests. Wait a moment.', {}, { 'retry-after': '10' });
    }
    const given = { ...(body instanceof FormData ? door.fromForm(body) : body), ...door.fromAddress };
    const input = { ...given, ...(await door.before?.(given, actor)) };
    const output = await perform(door.operation, input, { db: database(), actor });
    return wantsJson ? json(200, output) : seeOther(door.back(null));
  } catch (error) {
    if (error instanceof InvalidInput) {
      const [message = 'The request is not valid.'] = Object.values(error.fields);
      return wantsJson ? json(422, { message, fields: error.fields }) : seeOther(door.back(message));
    }
    if (error instanceof NotSignedIn) {
      return wantsJson
        ? json(401, { message: 'You are signed out. Sign in, and what you gave will be sent.' })
        : seeOther(`/sign-in?next=${encodeURIComponent(refererPath(request))}`);
    }
    if (error instanceof NotFound) return fail(404, 'Not found.');
    if (error instanceof Refused) {
      if (!wantsJson && error.code !== 'viewing-only') return seeOther(door.back(error.message));
      // What was answered while looking at somebody's pages is not to be kept and sent again, as a 409 is.
      return fail(error.code === 'viewing-only' ? 403 : 409, error.message, { code: error.code });
    }
    if (lostDatabase(error)) {
      return fail(
        503,
        'The server cannot reach its database just now. Nothing was changed.',
        {},
        { 'retry-after': '2' },
      );
    }
    throw error;
  }
}

/** Asks an operation within a door: for what is found out before its own. */
export const ask = <Schema extends z.ZodType, Output>(
  // biome-ignore lint/suspicious/noExplicitAny: an operation by anybody
  operation: Operation<any, Schema, any, Output>,
  input: Record<string, unknown>,
  actor: Actor | null,
): Promise<Output> => perform(operation, input, { db: database(), actor });
