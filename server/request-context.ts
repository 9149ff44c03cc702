import { AsyncLocalStorage } from 'node:async_hooks';

/** What the HTTP server and the code behind it tell each other about one request. */
export type RequestContext = {
  id: string;
  unavailable: boolean;
  missing: boolean;
  /** Headers that the answer must have. */
  headers?: Record<string, string>;
};

const holder = globalThis as { platformRequests?: AsyncLocalStorage<RequestContext> };
holder.platformRequests ??= new AsyncLocalStorage();

/** One store for the server and for the bundles, hence on `globalThis`. */
export const requests: AsyncLocalStorage<RequestContext> = holder.platformRequests;

/** Notes that the database could not be reached: the server then answers 503 instead of 500. */
export function noteUnavailable(): void {
  const context = requests.getStore();
  if (context) context.unavailable = true;
}

/** Notes that there is nothing here for this person: the server then sends the one "Not found" page. */
export function noteMissing(): void {
  const context = requests.getStore();
  if (context) context.missing = true;
}

/**
 * Notes headers that the HTTP server sets just before the answer is sent. A route handler cannot: of a
 * header that stands already the framework keeps the first, and it drops every Content-Length.
 */
export function noteHeaders(headers: Record<string, string>): void {
  const context = requests.getStore();
  if (context) context.headers = { ...context.headers, ...headers };
}
