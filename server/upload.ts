import 'server-only';
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realActor } from '@/rules/accounts/viewing';
import type { Answer } from '@/rules/answer';
import { largestUpload, type UploadProblem, uploadProblems } from '@/rules/files/uploads';
import { type RefusalCode, refusals } from '@/rules/refusals';
import { currentActor } from './auth/session';
import { database, lostDatabase } from './database';
import { writingStore } from './jobs/held-store';
import { InvalidInput, NotFound, NotSignedIn, type Operation, perform, Refused } from './operation';
import { withinRate } from './rate';
import { isSameOrigin, refererPath, seeOther } from './route';
import type { AssetStore } from './storage';
import { receiveFile } from './storage/multipart';

type Input = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: an operation by anybody
type Op<Output> = Operation<any, any, any, Output>;

type Upload<Kept, Output, Admitted extends Answer> = {
  /** Asked before anything is read: whether this person may send a file here now. */
  admit: { operation: Op<Admitted>; input: Input };
  /** Looks through the file and stores its bytes. */
  keep: (
    store: AssetStore,
    read: () => Promise<Uint8Array>,
    name: string,
    admitted: Extract<Admitted, { ok: true }>,
  ) => Promise<Kept | { problem: UploadProblem } | { problem: RefusalCode }>;
  /** The rows, last, so that none speaks of bytes that are not there. */
  record: { operation: Op<Output>; input: (kept: Kept, name: string) => Input };
  /** Where a browser without JavaScript goes on: with what was stored, or with what stood in the way. */
  back: (outcome: { output: Output } | { problem: UploadProblem | RefusalCode }) => string;
};

const problemStatus: Partial<Record<UploadProblem | RefusalCode, number>> = {
  'no-file': 400,
  'one-at-a-time': 400,
  'cut-off': 400,
  'too-large': 413,
  'unknown-type': 415,
  'too-many-tries': 429,
  'assets-full': 409,
  'work-files-full': 409,
  'work-handed-in': 409,
  'work-closed': 409,
  'work-file-too-large': 413,
  'work-file-kind': 415,
};

const retryAfter: Partial<Record<number, string>> = { 429: '600', 503: '2' };

/**
 * The door for one file. With JavaScript it answers JSON (201, or `{message, code}`), without it leads back to
 * the page. The file goes through a temporary one of this machine and never stays in memory while it
 * arrives.
 */
export async function receiveUpload<Kept extends object, Output, Admitted extends Answer = Answer>(
  request: Request,
  upload: Upload<Kept, Output, Admitted>,
): Promise<Response> {
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false;
  const fail = (status: number, message: string, extra: Input = {}) => {
    const after = retryAfter[status];
    const headers = { 'cache-control': 'private, no-store', ...(after ? { 'retry-after': after } : {}) };
    return wantsJson
      ? Response.json({ message, ...extra }, { status, headers })
      : new Response(message, { status, headers });
  };
  const refused = (code: UploadProblem | RefusalCode) => {
    if (!wantsJson) return seeOther(upload.back({ problem: code }));
    const message = { ...uploadProblems, ...refusals }[code];
    return fail(problemStatus[code] ?? 422, message, { code });
  };
  if (!isSameOrigin(request)) return fail(403, 'This request does not come from a page of this site.');
  const path = join(tmpdir(), `upload-${randomUUID()}`);
  try {
    const actor = await currentActor();
    if (actor && !withinRate(realActor(actor).userId)) return refused('too-many-tries');
    const context = { db: database(), actor };
    const admitted = await perform(upload.admit.operation, upload.admit.input, context);
    if (!admitted.ok) return refused(admitted.code);
    const received = await receiveFile(request, { path, most: largestUpload });
    if (typeof received === 'string') return refused(received);
    const { name } = received;
    const yes = admitted as Extract<Admitted, { ok: true }>;
    const kept = await upload.keep(writingStore(), () => readFile(path), name, yes);
    if ('problem' in kept) return refused(kept.problem);
    // Roles may have changed while the file arrived: the operation looks again.
    const output = await perform(upload.record.operation, upload.record.input(kept, name), context);
    return wantsJson
      ? Response.json(output, { status: 201, headers: { 'cache-control': 'private, no-store' } })
      : seeOther(upload.back({ output }));
  } catch (error) {
    if (error instanceof Refused) return refused(error.code);
    if (error instanceof NotSignedIn) {
      return wantsJson
        ? fail(401, 'You are signed out. Sign in, and send the file again.')
        : seeOther(`/sign-in?next=${encodeURIComponent(refererPath(request))}`);
    }
    if (error instanceof NotFound || error instanceof InvalidInput) return fail(404, 'Not found.');
    if (lostDatabase(error))
      return fail(503, 'The server cannot reach its database just now. Nothing was stored.');
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}
