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

/** The values of a lab in a plain form: their names begin with `v.`, and line ends are of one kind. */
export const valuesFromForm = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('v.') && typeof value === 'string'
        ? [[name.slice(2), value.replace(/\r\n?/g, '\n')]]
        : [],
    ),
  );
