import 'server-only';
import { addDocument } from '@/features/authoring/sources/add-document';
import { asPasted, formatOfPasted, readUpload } from '@/features/authoring/sources/read-document-text';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';

/** What a form for a new document leads to: the page of the document, or the form again with all of its text. */
export async function receiveDocument(form: FormData): Promise<{ state: FormState; href: string | null }> {
  const file = form.get('file');
  const pasted = String(form.get('text') ?? '');
  const upload = file instanceof File && file.size > 0 ? await readFile(file) : null;
  if (upload && 'problem' in upload)
    return {
      state: { status: 'invalid', fields: { file: upload.problem }, values: keptValues(form) },
      href: null,
    };
  const { text, format } = upload ?? { text: pasted, format: formatOfPasted(pasted) };
  const { state, output } = await submit(addDocument, form, { text, format });
  if (output) return { state, href: `/teach/${String(form.get('course'))}/sources/${output.document}` };
  // A file cannot be put back into a form; its text can.
  if (upload && state.values) state.values.text = asPasted(text, format);
  return { state, href: null };
}

const readFile = async (file: File) => readUpload(file.name, new Uint8Array(await file.arrayBuffer()));
