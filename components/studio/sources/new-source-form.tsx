'use client';

import { useEffect, useState } from 'react';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';
import { DocumentFields } from './document-fields';
import { FileField } from './file-field';

type Props = {
  course: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Where the page's script posts the same form: it takes more than a server action does. */
  door: string;
};

const unreachable =
  'The server could not be reached, or you are signed out. What you gave is still here: try again, or sign in in another tab first.';

/** Takes a text in. Without JavaScript it is a plain form; with it, up to 2 MB, and nothing typed is lost. */
export function NewSourceForm({ course, action, door }: Props) {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);

  const send = async (_state: FormState, form: FormData): Promise<FormState> => {
    const values = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    try {
      const response = await fetch(door, {
        method: 'POST',
        body: form,
        headers: { accept: 'application/json' },
      });
      const answer: { state?: FormState; href?: string | null; message?: string } = await response.json();
      if (answer.href) {
        window.location.assign(answer.href);
        return await new Promise(() => {});
      }
      return answer.state ?? { status: 'unavailable', message: answer.message ?? unreachable, values };
    } catch {
      return { status: 'unavailable', message: unreachable, values };
    }
  };

  return (
    <Form
      action={hydrated ? send : action}
      submitLabel="Read the text"
      pendingLabel="Reading the text …"
      className="source-new"
    >
      <input type="hidden" name="course" value={course} />
      <div className="source-new-text">
        <TextArea
          name="text"
          label="The text"
          hint="Paste it whole: menus, captions and notices are found and set aside."
          rows={18}
        />
        <FileField
          name="file"
          label="Or a file"
          hint="A .txt, .md or .html file of at most 2 MB. It is read instead of what is pasted."
          accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml"
        />
      </div>
      <div className="grid content-start gap-8">
        <DocumentFields />
      </div>
    </Form>
  );
}
