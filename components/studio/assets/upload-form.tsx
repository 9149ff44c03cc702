'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { largestUpload } from '@/rules/files/uploads';
import { UploadLine } from './upload-line';
import { useUploadQueue } from './upload-queue';

const accepted =
  'image/png,image/jpeg,image/webp,application/pdf,audio/mpeg,audio/mp4,.m4a,video/mp4,video/webm,.vtt,text/vtt';

/**
 * Adds files to a draft. Without JavaScript it is a form for one file; with it files are sent as soon as they
 * are chosen or dropped, each with its progress and, where it failed, another try.
 */
export function UploadForm({ course }: { course: string }) {
  const router = useRouter();
  const [scripted, setScripted] = useState(false);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { queue, add, again, drop } = useUploadQueue(course, () => router.refresh());
  useEffect(() => setScripted(true), []);

  const take = (files: Iterable<File>) => {
    add(files);
    // The same file may be chosen again after it was put right.
    if (input.current) input.current.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const files = input.current?.files;
    if (files && files.length > 0) take([...files]);
    else input.current?.click();
  };

  return (
    <div>
      <form
        method="post"
        encType="multipart/form-data"
        action={`/api/teach/${course}/assets`}
        onSubmit={onSubmit}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className="asset-drop"
        data-over={over || undefined}
      >
        <label htmlFor="asset-file" className="asset-drop-title">
          {scripted ? 'Drop files here, or choose them' : 'Choose a file'}
        </label>
        <p id="asset-file-hint" className="asset-drop-hint">
          Pictures as PNG, JPEG or WebP, documents as PDF, recordings as MP3 or M4A, films as MP4 or WebM,
          captions as WebVTT. Up to {largestUpload / 1_000_000} MB each.
        </p>
        <input
          ref={input}
          id="asset-file"
          type="file"
          name="file"
          accept={accepted}
          multiple={scripted}
          required={!scripted}
          aria-describedby="asset-file-hint"
          onChange={(event) => take([...(event.target.files ?? [])])}
          className="asset-input"
        />
        {!scripted && <Button>Store it</Button>}
      </form>
      {queue.length > 0 && (
        <ul aria-label="Files on their way" className="asset-queue">
          {queue.map((sending) => (
            <UploadLine
              key={sending.key}
              sending={sending}
              onAgain={() => again(sending.key)}
              onDrop={() => drop(sending.key)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
