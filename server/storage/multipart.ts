import { open } from 'node:fs/promises';
import type { UploadProblem } from '@/rules/files/uploads';

/** Boundaries, heads of parts and other fields: more than this beside the file is no form of ours. */
const mostBeside = 64 * 1024;
const mostHead = 8 * 1024;

type Part = { field: string; name: string | null };

/** The boundary that a form names, in the form it has between two parts. */
function delimiterOf(contentType: string | null): Buffer | null {
  const match = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  );
  const boundary = match?.[1] ?? match?.[2];
  return boundary ? Buffer.from(`\r\n--${boundary}`) : null;
}

/** What the head of a part says: its field and, of a file, the name. */
function partOf(head: string): Part | null {
  const line = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1];
  const value = (name: string) => new RegExp(`(?:^|;)\\s*${name}="([^"\\r\\n]*)"`, 'i').exec(line ?? '')?.[1];
  const field = value('name');
  if (field === undefined) return null;
  const name = value('filename');
  return { field, name: name === undefined ? null : name.replaceAll('%22', '"') };
}

/** What one step over the bytes that are there found: `more` waits for more of them. */
type Step = 'more' | 'again' | 'end' | UploadProblem;

/**
 * Reads a multipart form as it arrives and writes its one file to a path, however large the form is.
 * What else the form says is put into `fields`, where somebody wants it.
 * @returns the name the file had, or why there is none to be had. What was written then counts for nothing.
 */
export async function receiveFile(
  request: Request,
  { path, most, fields }: { path: string; most: number; fields?: Map<string, string> },
): Promise<{ name: string } | UploadProblem> {
  const delimiter = delimiterOf(request.headers.get('content-type'));
  if (!delimiter || !request.body) return 'no-file';
  if (Number(request.headers.get('content-length') ?? 0) > most + mostBeside) return 'too-large';

  const sink = await open(path, 'w', 0o600);
  // The first boundary has no line before it: one is put there, so that all boundaries are alike.
  let rest: Buffer = Buffer.from('\r\n');
  let at: 'before' | 'boundary' | 'head' | 'part' = 'before';
  let part: Part | null = null;
  let file: { name: string; bytes: number } | null = null;
  let beside = 0;

  const take = async (bytes: Buffer): Promise<UploadProblem | null> => {
    if (file === null || part?.name == null || part.field !== 'file') {
      beside += bytes.length;
      if (beside > mostBeside) return 'too-large';
      if (fields && part !== null && part.name === null)
        fields.set(part.field, (fields.get(part.field) ?? '') + bytes.toString('latin1'));
      return null;
    }
    file.bytes += bytes.length;
    if (file.bytes > most) return 'too-large';
    await sink.appendFile(bytes);
    return null;
  };

  const step = async (): Promise<Step> => {
    if (at === 'boundary') {
      if (rest.length < 2) return 'more';
      const next = rest.subarray(0, 2).toString('latin1');
      rest = rest.subarray(2);
      if (next === '--') return 'end';
      at = 'head';
      return next === '\r\n' ? 'again' : 'cut-off';
    }
    if (at === 'head') {
      const end = rest.indexOf('\r\n\r\n');
      if (end === -1) return rest.length > mostHead ? 'cut-off' : 'more';
      part = partOf(rest.subarray(0, end).toString('utf8'));
      rest = rest.subarray(end + 4);
      if (part === null) return 'cut-off';
      if (part.name !== null && (file !== null || part.field !== 'file')) return 'one-at-a-time';
      if (part.name !== null) file = { name: part.name, bytes: 0 };
      at = 'part';
      return 'again';
    }
    const end = rest.indexOf(delimiter);
    const body = rest.subarray(0, end === -1 ? Math.max(0, rest.length - delimiter.length + 1) : end);
    const problem = await take(body);
    if (problem) return problem;
    if (end === -1) {
      rest = rest.subarray(body.length);
      return 'more';
    }
    rest = rest.subarray(end + delimiter.length);
    at = 'boundary';
    return 'again';
  };

  const reader = request.body.getReader();
  try {
    for (;;) {
      // A client that goes away is no error of ours; a full disk is.
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || !value) return 'cut-off';
      rest = Buffer.concat([rest, value]);
      let found: Step = 'again';
      while (found === 'again') found = await step();
      if (found === 'more') continue;
      if (found !== 'end') return found;
      // A character may arrive in two pieces: bytes become text once all of them are there.
      for (const [name, bytes] of fields ?? [])
        fields?.set(name, Buffer.from(bytes, 'latin1').toString('utf8'));
      const kept = file as { name: string; bytes: number } | null;
      return kept === null || kept.bytes === 0 ? 'no-file' : { name: kept.name };
    }
  } finally {
    await sink.close();
    reader.releaseLock();
  }
}
