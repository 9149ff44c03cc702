'use client';

import { Button } from '@/components/ui/button';
import { sizeInWords } from '@/rules/files/asset-names';
import { uploadProblems } from '@/rules/files/uploads';
import type { Sending } from './upload-queue';

type Props = { sending: Sending; onAgain: () => void; onDrop: () => void };

/** One file on its way. What becomes of it is said where it stands. */
export function UploadLine({ sending, onAgain, onDrop }: Props) {
  const { file, state, part, path, problem } = sending;
  const name = file.name || 'A file without a name';
  // What is wrong with the file itself is wrong the next time too.
  const mayPass =
    !Object.values<string | null>(uploadProblems).includes(problem) || problem === uploadProblems['cut-off'];
  return (
    <li className="asset-sending">
      <p className="asset-sending-name">
        <span className="font-semibold wrap-anywhere">{name}</span>{' '}
        <span className="text-soft">{sizeInWords(file.size)}</span>
      </p>
      {state === 'sending' && (
        <progress value={part < 1 ? part : undefined} max={1} aria-label={`Sending ${name}`}>
          {Math.round(part * 100)} %
        </progress>
      )}
      <p role="status" className={problem ? 'text-bad' : 'text-soft'}>
        {state === 'waiting' && 'Waits for its turn.'}
        {state === 'sending' && (part < 1 ? `${Math.round(part * 100)} %` : 'Looked through and stored …')}
        {state === 'stored' && <span className="text-good">Stored as {path}</span>}
        {problem}
      </p>
      {state === 'failed' && (
        <p className="flex flex-wrap gap-2">
          {mayPass && (
            <Button type="button" look="secondary" onClick={onAgain}>
              Try again <span className="visually-hidden">with {name}</span>
            </Button>
          )}
          <Button type="button" look="quiet" onClick={onDrop}>
            Dismiss <span className="visually-hidden">{name}</span>
          </Button>
        </p>
      )}
    </li>
  );
}
