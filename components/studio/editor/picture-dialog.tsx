'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { UploadFailed } from '@/components/ui/send-file';
import { DialogHead } from './dialog-head';
import type { Surface } from './surface';
import { textInserts } from './text-inserts';
import { type Uploaded, upload } from './upload';
import { useDialog } from './use-dialog';

type Props = { files: File[]; course: string; surface: () => Surface; onDone: () => void };

/** Pictures that were pasted or dropped: one after the other they are sent, and asked what they show. */
export function PictureDialog({ files, course, surface, onDone }: Props) {
  const [file] = files;
  const dialog = useDialog(file !== undefined);
  return (
    <dialog
      ref={dialog}
      className="ed-dialog"
      aria-labelledby="ed-dialog-title"
      onClose={() => file && onDone()}
    >
      {file && (
        <PictureForm
          key={`${file.name} ${file.lastModified} ${files.length}`}
          file={file}
          course={course}
          onDone={onDone}
          onInsert={(markdown) => {
            const target = surface();
            onDone();
            requestAnimationFrame(() => target.insert(markdown, { asBlock: true, replace: false }));
          }}
        />
      )}
    </dialog>
  );
}

type Sending = { part: number; done: Uploaded | null; failed: string | null };
const begun: Sending = { part: 0, done: null, failed: null };
const picture = textInserts.find(({ name }) => name === 'picture');

function PictureForm({
  file,
  course,
  onDone,
  onInsert,
}: {
  file: File;
  course: string;
  onDone: () => void;
  onInsert: (markdown: string) => void;
}) {
  const [sending, setSending] = useState(begun);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  /** Whether the form was sent before the picture was. */
  const [waiting, setWaiting] = useState(false);
  const [shown, setShown] = useState('');
  const alt = useRef<HTMLTextAreaElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn sends the same file again
  useEffect(() => {
    const abort = new AbortController();
    setSending(begun);
    upload(course, file, (part) => setSending({ ...begun, part }), abort.signal).then(
      (done) => setSending({ part: 1, done, failed: null }),
      (error: unknown) =>
        setSending({ ...begun, failed: error instanceof UploadFailed ? error.message : String(error) }),
    );
    return () => abort.abort();
  }, [course, file, turn]);

  useEffect(() => {
    const reader = new FileReader();
    reader.onload = () => setShown(String(reader.result));
    reader.readAsDataURL(file);
    return () => reader.abort();
  }, [file]);

  const { done } = sending;
  useEffect(() => {
    if (!waiting || !done || !picture) return;
    onInsert(picture.markdown({ file: done.path, alt: alt.current?.value ?? '' }, ''));
  }, [waiting, done, onInsert]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = alt.current?.value.trim() === '';
    setProblem(empty ? 'Say what the picture shows.' : null);
    if (empty) alt.current?.focus();
    else setWaiting(true);
  };

  return (
    <form onSubmit={submit} noValidate>
      <DialogHead title="A picture" onClose={onDone} />
      <div className="ed-picture">
        {/* biome-ignore lint/performance/noImgElement: it is on this device and not sent anywhere from here */}
        {shown !== '' && <img src={shown} alt="" />}
        <div role="status">
          {sending.failed ? (
            <p className="text-bad">{sending.failed}</p>
          ) : done ? (
            <p className="text-good">The picture is among the media of the course.</p>
          ) : (
            <p>
              <label>
                Sending {file.name || 'the picture'} …{' '}
                <progress value={sending.part} max={1} className="upload-progress">
                  {Math.round(sending.part * 100)} %
                </progress>
              </label>
            </p>
          )}
          {sending.failed && (
            <Button type="button" look="secondary" onClick={() => setTurn(turn + 1)}>
              Try again
            </Button>
          )}
        </div>
      </div>
      <div className="ed-fields">
        <div>
          <label htmlFor="ed-alt" className="mb-1 block font-semibold">
            What it shows
          </label>
          <p id="ed-alt-hint" className="mb-1 text-sm text-soft">
            Read aloud to those who do not see it: all that the picture says, in a sentence or two. Is it only
            decoration? Then leave it out of the lesson.
          </p>
          <textarea
            ref={alt}
            id="ed-alt"
            rows={3}
            aria-describedby={problem ? 'ed-alt-hint ed-alt-problem' : 'ed-alt-hint'}
            aria-invalid={problem ? true : undefined}
            className={`w-full rounded-md border bg-raised px-3 py-2 text-base ${problem ? 'border-bad' : 'border-rule'}`}
          />
          {problem && (
            <p id="ed-alt-problem" className="mt-1 text-sm font-medium text-bad">
              {problem}
            </p>
          )}
        </div>
      </div>
      <Button aria-disabled={waiting && !done && !sending.failed}>
        {waiting && !done && !sending.failed ? 'It goes in once it is sent …' : 'Put it into the lesson'}
      </Button>
    </form>
  );
}
