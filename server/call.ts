import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { z } from 'zod';
import type { FormState } from '@/rules/form-state';
import { currentActor } from './auth/session';
import { database, lostDatabase } from './database';
import { env } from './env';
import { InvalidInput, NotFound, NotSignedIn, type Operation, perform, Refused } from './operation';
import { noteMissing, noteUnavailable } from './request-context';

// biome-ignore lint/suspicious/noExplicitAny: an operation by anybody
type Op<Schema extends z.ZodType, Output> = Operation<any, Schema, any, Output>;

/** Ends a page or an action as the one 404. */
export function missing(): never {
  noteMissing();
  notFound();
}

/** The path and query of this request, as the HTTP server saw it. */
async function requestPath(): Promise<string> {
  const path = (await headers()).get('x-request-path') ?? '/';
  // The framework adds `_rsc` to what its router fetches; it is no part of the page's address.
  return path.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

/** The sign-in page, set to lead back to where this request wanted to go. */
export async function signInPath(): Promise<string> {
  return `/sign-in?next=${encodeURIComponent(await requestPath())}`;
}

/** The page that asks for the password again, set to lead back to where this request wanted to go. */
async function provePath(): Promise<string> {
  return `/account/prove?next=${encodeURIComponent(await requestPath())}`;
}

async function performNow<Schema extends z.ZodType, Output>(op: Op<Schema, Output>, input: unknown) {
  try {
    return await perform(op, input, { db: database(), actor: await currentActor() });
  } catch (error) {
    if (lostDatabase(error)) noteUnavailable();
    throw error;
  }
}

/**
 * For pages: performs an operation for the person behind the request. Missing, forbidden and malformed
 * become the one 404; not signed in leads to the sign-in page and back, and what needs a fresh password to
 * the page that asks for it and back.
 */
export async function call<Schema extends z.ZodType, Output>(
  op: Op<Schema, Output>,
  input: z.input<Schema>,
): Promise<Output> {
  try {
    return await performNow(op, input);
  } catch (error) {
    if (error instanceof NotSignedIn) redirect(await signInPath());
    if (error instanceof NotFound || error instanceof InvalidInput) missing();
    if (error instanceof Refused && error.code === 'password-again') redirect(await provePath());
    throw error;
  }
}

/** The person behind this request, for what the layout shows of them. Null also when it cannot be known. */
export async function viewer() {
  try {
    return await currentActor();
  } catch (error) {
    if (lostDatabase(error)) noteUnavailable();
    throw error;
  }
}

/** The text fields of a form, without the framework's own and without uploads. */
export function formValues(form: FormData): Record<string, string> {
  const entries = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  );
  return Object.fromEntries(entries);
}

/** Some fields of a form alone: those that an operation takes. */
export function partOf(form: FormData, names: readonly string[]): FormData {
  const part = new FormData();
  for (const name of names) if (form.has(name)) part.set(name, String(form.get(name)));
  return part;
}

/** What of a form may be sent back into it: never a password or the secret of a link. */
export const keptValues = (form: FormData): Record<string, string> =>
  Object.fromEntries(Object.entries(formValues(form)).filter(([name]) => !/password|token/i.test(name)));

const unavailableMessage =
  'The server cannot reach its database just now. Nothing was changed, and what you typed is still here. Try again in a moment.';

/**
 * For forms: performs an operation with the fields of a form and turns every outcome into a state that
 * the form can show. Not signed in leads to the sign-in page; missing and forbidden become the 404.
 */
export async function submit<Schema extends z.ZodType, Output>(
  op: Op<Schema, Output>,
  form: FormData,
  extra: Record<string, unknown> = {},
): Promise<{ state: FormState; output: Output | null }> {
  const values = formValues(form);
  const kept = keptValues(form);
  try {
    const output = await performNow(op, { ...values, ...extra });
    return { state: { status: 'done' }, output };
  } catch (error) {
    return { state: await failureState(error, kept), output: null };
  }
}

/** The state for a failure of an operation; throws on what is nobody's input. */
export async function failureState(error: unknown, values: Record<string, string>): Promise<FormState> {
  if (error instanceof InvalidInput) return { status: 'invalid', fields: error.fields, values };
  if (error instanceof Refused)
    return { status: 'refused', code: error.code, message: error.message, values };
  if (error instanceof NotSignedIn) redirect(await signInPath());
  if (error instanceof NotFound) missing();
  if (lostDatabase(error)) return { status: 'unavailable', message: unavailableMessage, values };
  throw error;
}

/** The address under which people open the site; every link in a mail is built from it. */
export const siteAddress = (): string => env().AUTH_URL;

/** Whether the platform runs on this machine alone, with demo accounts and a local mailbox. */
export const isEmbedded = (): boolean => env().PLATFORM_MODE === 'embedded';
