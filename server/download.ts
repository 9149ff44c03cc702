import 'server-only';
import type { Actor } from '@/rules/access';
import { type ExportFormat, exportEnd, exportHead, exportRows } from '@/rules/files/exported';
import { viewQuery } from '@/rules/tables/table-view';
import { currentActor } from './auth/session';
import { database, lostDatabase } from './database';
import { InvalidInput, NotFound, NotSignedIn, type Operation, perform, Refused } from './operation';
import { withinRate } from './rate';
import { seeOther } from './route';

type Row = { place: string };

type Door<Found extends Row> = {
  /** Judges and records the export, and says what it is called and which columns it has. */
  // biome-ignore lint/suspicious/noExplicitAny: an operation by anybody, of any input
  begin: Operation<any, any, any, { name: string; columns: string[] }>;
  /** Reads a part of it; judges anew each time. */
  // biome-ignore lint/suspicious/noExplicitAny: an operation by anybody, of any input
  part: Operation<any, any, any, Found[]>;
  /** What the address says beside its query. */
  input: Record<string, string>;
  columns: (shown: readonly string[]) => readonly (readonly [key: string, label: string])[];
  values: (row: Found) => Record<string, string | number | null>;
  /** The page that the export is of: where one goes on after giving the password again. */
  page: string;
};

const atOnce = 1_000;

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'cache-control': 'private, no-store', ...headers } });

/**
 * Sends exactly what a table shows, all of its pages, as a file. It is read a part at a time while it is sent,
 * each part after the last row of the one before, so that a hundred thousand rows need no more memory than a
 * thousand.
 */
export async function download<Found extends Row>(request: Request, door: Door<Found>): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const format: ExportFormat = asked.get('format') === 'json' ? 'json' : 'csv';
  const query = viewQuery(asked);
  const page = query === '' ? door.page : `${door.page}?${query}`;
  try {
    const actor = await currentActor();
    if (actor && !withinRate(actor.userId)) {
      return plain(429, 'Too many requests. Wait a moment.', { 'retry-after': '10' });
    }
    const begun = await perform(door.begin, { ...door.input, query }, { db: database(), actor });
    const parts = readParts(door, { query, actor, format, columns: door.columns(begun.columns) });
    return new Response(streamOf(parts), {
      headers: {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${begun.name}.${format}"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotSignedIn) return seeOther(`/sign-in?next=${encodeURIComponent(page)}`);
    if (error instanceof Refused && error.code === 'password-again')
      return seeOther(`/account/prove?next=${encodeURIComponent(page)}`);
    if (error instanceof NotFound || error instanceof InvalidInput) return plain(404, 'Not found.');
    if (error instanceof Refused) return plain(409, error.message);
    if (lostDatabase(error)) {
      return plain(503, 'The server cannot reach its database just now.', { 'retry-after': '2' });
    }
    throw error;
  }
}

type Reading = {
  query: string;
  actor: Actor | null;
  format: ExportFormat;
  columns: readonly (readonly [key: string, label: string])[];
};

async function* readParts<Found extends Row>(
  { part, input, values }: Door<Found>,
  { query, actor, format, columns }: Reading,
): AsyncGenerator<string> {
  yield exportHead(format, columns);
  const from = new URLSearchParams(query);
  for (let first = true; ; first = false) {
    const rows = await perform(
      part,
      { ...input, query: from.toString(), limit: atOnce },
      { db: database(), actor },
    );
    const last = rows.at(-1);
    if (last) yield exportRows(format, columns, rows.map(values), first);
    if (!last || rows.length < atOnce) break;
    from.set('after', last.place);
  }
  yield exportEnd(format);
}

/** Text as a stream that is read no faster than it is sent. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
