import type { RemovedView } from '@/features/authoring/sources/get-document';
import { DeedForm } from './workbench';

/** What was taken out of a text, where it stood, with the reason, to be put back. */
export function RemovedNote({ entry, mayEdit }: { entry: RemovedView; mayEdit: boolean }) {
  const { text, why, index, version, id } = entry;
  return (
    <div className="source-removed" id={id ? `removed-${id}` : undefined} tabIndex={-1}>
      <p className="source-removed-why">
        Taken out{id && ` (${id})`}: {why}
      </p>
      <p className="source-removed-text">
        <del>{text}</del>
      </p>
      {mayEdit && (
        <DeedForm deed="restore" values={{ index: String(index), version }}>
          <button type="submit" className="source-tool">
            Put back<span className="visually-hidden">: {text.slice(0, 60)}</span>
          </button>
        </DeedForm>
      )}
    </div>
  );
}
