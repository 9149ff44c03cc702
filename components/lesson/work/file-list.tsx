import type { ReactNode } from 'react';
import { sizeInWords } from '@/rules/files/asset-names';

export type ShownFile = { id: string; name: string; bytes: number };

type Props = {
  files: readonly ShownFile[];
  /** What may be done with one. */
  more?: (file: ShownFile) => ReactNode;
};

/** The files of written work, each to be saved by whoever may have it. */
export function FileList({ files, more }: Props) {
  if (files.length === 0) return null;
  return (
    <ul className="work-files" aria-label="Files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/work-files/${file.id}`} download>
            {file.name}
          </a>{' '}
          <span className="work-hint">{sizeInWords(file.bytes)}</span>
          {more?.(file)}
        </li>
      ))}
    </ul>
  );
}
