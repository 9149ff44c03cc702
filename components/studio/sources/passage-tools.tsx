'use client';

import type { PassageView } from '@/features/authoring/sources/get-document';
import { DeedForm } from './workbench';

/** What can be done to one passage beside correcting it. */
export function PassageTools({ passage }: { passage: PassageView }) {
  const { id, version, next, proposed } = passage;
  const seen = `${id}.${version}`;
  const about = <span className="visually-hidden"> {id}</span>;
  return (
    <div className="source-tools">
      {proposed && (
        <DeedForm deed="confirm" values={{ passages: seen }}>
          <button type="submit" className="source-tool">
            It is right{about}
          </button>
        </DeedForm>
      )}
      {next && (
        <DeedForm deed="merge" values={{ passage: seen, next: `${next.id}.${next.version}` }}>
          <button type="submit" className="source-tool">
            <span>
              Merge with {next.id}
              <span className="visually-hidden">, from {id}</span>
            </span>
          </button>
        </DeedForm>
      )}
      <DeedForm deed="remove" values={{ passage: seen }}>
        <button type="submit" className="source-tool">
          Take out{about}
        </button>
      </DeedForm>
    </div>
  );
}
