import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { prepared } from './prepared';
import * as schema from './schema';

/**
 * Opens the pool. Limits are the platform's: a statement may take 5 s, a lock 2 s; a connection that
 * cannot be made within 1.5 s fails, so that a page answers 503 instead of hanging.
 */
export function connect(url: string, options: { max?: number; onclose?: () => void } = {}) {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 1.5,
    idle_timeout: 60,
    backoff: (tries: number) => Math.min(0.1 * 2 ** tries, 1),
    onnotice: () => {},
    onclose: options.onclose,
    connection: {
      application_name: 'course-platform',
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  return { sql, db: drizzle(prepared(sql), { schema }) };
}

export type Database = ReturnType<typeof connect>['db'];
/** What queries take: the pool, or the transaction of an operation. */
export type Db = Pick<Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'>;

const unavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '08000',
  '08003',
  '08006',
]);

/** The code by which an error says that the database cannot be reached now; else null. */
function unavailableCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && unavailable.has(code)) return code;
  // next-auth wraps what went wrong as `cause.err`; drizzle as `cause`.
  return unavailableCode(cause) ?? unavailableCode((cause as { err?: unknown } | undefined)?.err);
}

/** Whether an error means that the database cannot be reached now, rather than that a query is wrong. */
export const isUnavailable = (error: unknown): boolean => unavailableCode(error) !== null;

/** Whether no connection was made in time: a machine that is busy looks the same as a database that is away. */
export const isSlowToConnect = (error: unknown): boolean => unavailableCode(error) === 'CONNECT_TIMEOUT';

/** Not so when the pool was ended by us, or when the server is there and only has no room. */
export const isWholePoolLost = (error: unknown): boolean =>
  !['CONNECTION_ENDED', 'CONNECTION_DESTROYED', '53300', null].includes(unavailableCode(error));
