import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admitRoster } from '@/features/enrollment/lists/admit-roster';
import { ListRefused } from '@/features/enrollment/lists/list-refused';
import { openList } from '@/features/enrollment/lists/open-list';
import { stageRoster } from '@/features/enrollment/lists/stage-roster';
import { rosterLimits } from '@/rules/enrollment/roster';
import { type UploadProblem, uploadProblems } from '@/rules/files/uploads';
import { refusals } from '@/rules/refusals';
import { call, viewer } from '@/server/call';
import { isSameOrigin, seeOther } from '@/server/route';
import { receiveFile } from '@/server/storage/multipart';

type Context = { params: Promise<{ course: string }> };

const choices = ['cohort', 'source', 'sync'];
const status: Partial<Record<string, number>> = { 'too-large': 413, 'too-many-rows': 413 };

/**
 * Takes a list of people in and leads to its dry run. It is written to a file of this machine as it arrives
 * and read from there, so that it is never in memory as a whole. Nothing is kept of what is refused.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course } = await params;
  const page = `/teach/${encodeURIComponent(course)}/import-people`;
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false;
  const fail = (code: number, message: string, more: object = {}, headers = {}) =>
    wantsJson
      ? Response.json(
          { message, ...more },
          { status: code, headers: { 'cache-control': 'no-store', ...headers } },
        )
      : new Response(message, { status: code, headers });
  const refused = (code: UploadProblem | ListRefused['code'], message: string, line: number | null = null) =>
    wantsJson
      ? fail(status[code] ?? 422, message, { code, line })
      : seeOther(`${page}?${new URLSearchParams({ refused: code, ...(line && { line: String(line) }) })}`);

  if (!isSameOrigin(request)) return fail(403, 'This request does not come from a page of this site.');
  if ((await viewer()) === null) {
    return wantsJson
      ? fail(401, 'You are signed out. Sign in in another tab, then try again here.')
      : seeOther(`/sign-in?next=${encodeURIComponent(page)}`);
  }
  const admitted = await call(admitRoster, { course });
  if (!admitted.ok) return fail(429, refusals[admitted.code], {}, { 'retry-after': '600' });

  const path = join(tmpdir(), `roster-${randomUUID()}`);
  try {
    const fields = new Map<string, string>();
    const received = await receiveFile(request, { path, most: rosterLimits.bytes, fields });
    if (typeof received === 'string') return refused(received, uploadProblems[received]);
    const chosen = Object.fromEntries([...fields].filter(([name]) => choices.includes(name)));
    const list = await openList(path, received.name);
    const { id } = await call(stageRoster, { course, ...(chosen as object), list });
    const location = `/teach/${course}/rosters/${id}`;
    return wantsJson ? Response.json({ location }, { status: 201 }) : seeOther(location);
  } catch (error) {
    if (error instanceof ListRefused) return refused(error.code, error.message, error.line);
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      return fail(507, 'The server has no room for this now. Nothing was kept; try again later.');
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}
