'use client';

import { type FormEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { importLimits, isClutter } from '@/rules/authoring/course-paths';
import { importRefusals } from '@/rules/authoring/course-paths-refusals';
import { sizeInWords } from '@/rules/files/asset-names';

type Named = { file: File; name: string };
type Failure = { message: string; file?: string | null };

const never = () => () => {};

/** Sends files to the door of imports and leads to their dry run. Without JavaScript the form does it alone. */
export function UploadForm({ action }: { action: string }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const [sent, setSent] = useState<{ part: number; bytes: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [over, setOver] = useState(false);
  // Folders can be chosen only where a script names their files by their paths.
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  useEffect(() => {
    if (failure) alert.current?.focus();
  }, [failure]);

  function send(files: Named[]) {
    const wanted = files.filter(({ name }) => !isClutter(name));
    const bytes = wanted.reduce((sum, { file }) => sum + file.size, 0);
    setFailure(null);
    if (wanted.length === 0) return setFailure({ message: importRefusals['nothing-chosen'] });
    if (bytes > importLimits.upload) return setFailure({ message: importRefusals['upload-too-large'] });
    const form = new FormData();
    for (const { file, name } of wanted) form.append('file', file, name);
    const request = new XMLHttpRequest();
    request.open('POST', action);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => setSent({ part: total ? loaded / total : 0, bytes });
    request.onload = () => {
      const answer = request.response as { location?: string; message?: string; file?: string } | null;
      if (request.status === 201 && answer?.location) return window.location.assign(answer.location);
      setSent(null);
      const message = answer?.message ?? 'The server could not take this in. Nothing was changed; try again.';
      setFailure({ message, file: answer?.file });
    };
    request.onerror = () => {
      setSent(null);
      setFailure({ message: 'The upload broke off. Nothing was changed; try it again.' });
    };
    setSent({ part: 0, bytes });
    request.send(form);
  }

  const named = (files: FileList | null | undefined): Named[] =>
    [...(files ?? [])].map((file) => ({ file, name: file.webkitRelativePath || file.name }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!sent) send(named(input.current?.files));
  }

  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      onSubmit={submit}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!sent) send(named(event.dataTransfer.files));
      }}
      className={`upload-drop ${over ? 'upload-drop-over' : ''}`}
      aria-busy={sent !== null}
    >
      {failure && (
        <div ref={alert} tabIndex={-1} role="alert" className="exchange-refused">
          <p className="font-semibold">Nothing was imported</p>
          <p>{failure.message}</p>
          {failure.file && (
            <p className="exchange-path">
              <bdi>{failure.file}</bdi>
            </p>
          )}
        </div>
      )}
      <label htmlFor={`${id}file`} className="block font-semibold">
        A zip archive or a Markdown file
      </label>
      <p id={`${id}hint`} className="text-sm text-soft">
        At most 50 MB. {scripted ? 'You can also drop it here.' : 'Pack a folder as a zip archive first.'}
      </p>
      <input
        ref={input}
        id={`${id}file`}
        name="file"
        type="file"
        accept=".zip,.md,.markdown"
        required
        aria-describedby={`${id}hint`}
        className="upload-file"
      />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={buttonClass()} aria-disabled={sent !== null}>
          Look at what it brings
        </button>
        {scripted && (
          <label className={`${buttonClass('secondary')} exchange-folder`}>
            Choose a folder instead
            <input
              type="file"
              className="visually-hidden"
              multiple
              {...{ webkitdirectory: '' }}
              onChange={(event) => {
                const files = named(event.target.files);
                event.target.value = '';
                if (!sent) send(files);
              }}
            />
          </label>
        )}
      </div>
      <div role="status">
        {sent && (
          <>
            <p>
              {sent.part < 1
                ? `Sending ${sizeInWords(sent.bytes)} …`
                : 'Reading it. A course with many pictures takes a minute.'}
            </p>
            <progress
              value={sent.part < 1 ? sent.part : undefined}
              max={1}
              aria-label="Upload"
              className="upload-progress"
            />
          </>
        )}
      </div>
    </form>
  );
}
