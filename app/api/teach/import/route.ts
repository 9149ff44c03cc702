import { admitImport } from '@/features/authoring/exchange/admit-import';
import { admitNewCourse } from '@/features/authoring/exchange/admit-new-course';
import { ImportRefused } from '@/features/authoring/exchange/import-refused';
import { prepareUpload } from '@/features/authoring/exchange/prepare-upload';
import type { Prepared } from '@/features/authoring/exchange/prepared';
import { stageImport } from '@/features/authoring/exchange/stage-import';
import { stageNewCourse } from '@/features/authoring/exchange/stage-new-course';
import { dayIn } from '@/rules/authoring/course-draft';
import { importLimits } from '@/rules/authoring/course-paths';
import { refusals } from '@/rules/refusals';
import { call, viewer } from '@/server/call';
import { writingStore } from '@/server/jobs/held-store';
import { isSameOrigin, seeOther } from '@/server/route';

/**
 * Takes an upload in and leads to its dry run: of a course of its own or, with `?course=…`, of one that
 * exists. The body is written to disk as it arrives. Nothing is kept of what is refused.
 */
export async function POST(request: Request): Promise<Response> {
  const course = new URL(request.url).searchParams.get('course');
  const page = course === null ? '/teach/import' : `/teach/${encodeURIComponent(course)}/import`;
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false;
  const fail = (status: number, message: string, more: object = {}, headers = {}) =>
    wantsJson
      ? Response.json({ message, ...more }, { status, headers: { 'cache-control': 'no-store', ...headers } })
      : new Response(message, { status, headers });

  if (!isSameOrigin(request)) return fail(403, 'This request does not come from a page of this site.');
  if ((await viewer()) === null) {
    return wantsJson
      ? fail(401, 'You are signed out. Sign in in another tab, then try again here.')
      : seeOther(`/sign-in?next=${encodeURIComponent(page)}`);
  }
  const target = course === null ? newCourse : existing(course);
  const admitted = await target.admit();
  if (!admitted.ok) return fail(429, refusals[admitted.code], {}, { 'retry-after': '600' });

  try {
    const length = Number(request.headers.get('content-length') ?? 0);
    if (length > importLimits.upload) throw new ImportRefused('upload-too-large');
    if (request.body === null) throw new ImportRefused('nothing-chosen');
    const body = request.body as unknown as AsyncIterable<Uint8Array>;
    const contentType = request.headers.get('content-type') ?? '';
    const verified = dayIn('UTC', new Date());
    const { into } = admitted;
    const prepared = await prepareUpload(body, { contentType, store: writingStore(), verified, into });
    const id = await target.stage(prepared);
    return wantsJson
      ? Response.json({ location: `${page}/${id}` }, { status: 201 })
      : seeOther(`${page}/${id}`);
  } catch (error) {
    if (error instanceof ImportRefused) {
      const { code, file, message } = error;
      if (code === 'upload-too-large') return fail(413, message, { code }, { connection: 'close' });
      if (wantsJson) return fail(422, message, { code, file });
      const query = new URLSearchParams({ refused: code, ...(file ? { file: file.slice(0, 200) } : {}) });
      return seeOther(`${page}?${query}`);
    }
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      return fail(507, 'The server has no room for this now. Nothing was imported; try again later.');
    throw error;
  }
}

const newCourse = {
  async admit() {
    const answer = await call(admitNewCourse, {});
    return answer.ok ? { ok: true as const, into: null } : answer;
  },
  stage: async (prepared: Prepared) => (await call(stageNewCourse, { prepared })).id,
};

const existing = (course: string) => ({
  async admit() {
    const answer = await call(admitImport, { course });
    return answer.ok ? { ok: true as const, into: { slug: answer.slug, draft: answer.draft } } : answer;
  },
  stage: async (prepared: Prepared) => (await call(stageImport, { course, prepared })).id,
});
