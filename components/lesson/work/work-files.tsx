'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { sendFile, UploadFailed } from '@/components/ui/send-file';
import type { FormState } from '@/rules/form-state';
import { acceptedFiles, type FileRules, filesInWords } from '@/rules/work/files';
import { FileList, type ShownFile } from './file-list';

type Props = {
  course: string;
  lesson: string;
  number: number;
  rules: FileRules;
  files: readonly ShownFile[];
  /** What stood in the way of a file where there is no script. */
  problem: string | null;
  /** The id of a file that was taken out just now. */
  removed: string | null;
  /** Takes a file out, or brings it back. */
  remove: (state: FormState, form: FormData) => Promise<FormState>;
};

/** A file on its way: how much of it has gone. */
type Sending = { name: string; part: number };

/** The files that are handed in with a text: sent as soon as they are chosen, and without a script by a button. */
export function WorkFiles({ course, lesson, number, rules, files, problem, removed, remove }: Props) {
  const router = useRouter();
  const [ready, setReady] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [trouble, setTrouble] = useState<string | null>(problem);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setReady(true), []);
  const door = `/api/learn/${course}/${lesson}/work-files/${number}`;
  const full = files.length >= rules.most;

  const send = async (chosen: File[]) => {
    setTrouble(null);
    try {
      for (const file of chosen) {
        setSending({ name: file.name, part: 0 });
        const told = (part: number) => setSending({ name: file.name, part });
        // Leaving the page ends what is on its way.
        await sendFile(door, file, told, new AbortController().signal);
      }
    } catch (error) {
      setTrouble(error instanceof UploadFailed ? error.message : String(error));
    }
    setSending(null);
    // The same file may be chosen again after it was put right.
    if (input.current) input.current.value = '';
    router.refresh();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = [...(input.current?.files ?? [])];
    if (chosen.length > 0) send(chosen);
    else input.current?.click();
  };
  const fields = (file: string) => (
    <>
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="file" value={file} />
    </>
  );
  return (
    <section id="work-files" aria-labelledby="work-files-title" className="work-attach">
      <h3 id="work-files-title">Files you hand in with it</h3>
      <p id="work-file-hint" className="work-hint">
        {filesInWords(rules)}. What a camera writes into a picture is taken out.
      </p>
      {removed && (
        <Form action={remove} submitLabel="Undo" pendingLabel="Bringing it back …" look="secondary">
          {fields(removed)}
          <input type="hidden" name="removed" value="no" />
          <p>The file is taken out.</p>
        </Form>
      )}
      <FileList
        files={files}
        more={(file) => (
          <Form
            action={remove}
            submitLabel={
              <>
                Take out <span className="visually-hidden">{file.name}</span>
              </>
            }
            pendingLabel="Taking it out …"
            look="secondary"
          >
            {fields(file.id)}
            <input type="hidden" name="removed" value="yes" />
          </Form>
        )}
      />
      {trouble && (
        <p role="alert" className="work-trouble">
          {trouble}
        </p>
      )}
      {sending && (
        <p role="status">
          <progress value={sending.part < 1 ? sending.part : undefined} max={1} aria-label={sending.name} />{' '}
          {sending.part < 1 ? `Sending ${sending.name}` : `Looking through ${sending.name}`} …
        </p>
      )}
      {full ? (
        <p className="work-hint">As many files are here as this work takes.</p>
      ) : (
        <form method="post" encType="multipart/form-data" action={door} onSubmit={onSubmit}>
          <label htmlFor="work-file" className="block font-semibold">
            {files.length === 0 ? 'Add a file' : 'Add another file'}
          </label>
          <input
            ref={input}
            id="work-file"
            type="file"
            name="file"
            accept={acceptedFiles(rules)}
            multiple={ready && rules.most - files.length > 1}
            required={!ready}
            disabled={sending !== null}
            aria-describedby="work-file-hint"
            onChange={(event) => send([...(event.target.files ?? [])])}
          />
          {!ready && <Button look="secondary">Send it</Button>}
        </form>
      )}
    </section>
  );
}
