import { valuesOf } from '@/rules/labs/form-values';

/** How many bytes the form of a lab may have; the one with source code is the largest. */
export const largestLab = 256 * 1024;

/** The form of a browser without a script, read beside the request; null where it is JSON, or cannot be read. */
export async function labForm(request: Request): Promise<FormData | null> {
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(
    request.headers.get('content-type') ?? '',
  );
  const size = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
  if (!isForm || size > largestLab) return null;
  try {
    return await request.clone().formData();
  } catch {
    return null;
  }
}

/** What a plain form says of a draft. */
export const draftFromForm = (form: FormData) => ({
  block: form.get('block'),
  attempt: form.get('attempt'),
  text: JSON.stringify(valuesOf(form)),
  base: form.get('base'),
  writer: form.get('writer'),
});
