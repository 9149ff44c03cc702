'use client';

type Props = { title: string; about?: string; onBack?: () => void; onClose?: () => void };

/** The head of a dialog: what it is, and the ways out of it. */
export function DialogHead({ title, about, onBack, onClose }: Props) {
  return (
    <header className="ed-dialog-head">
      <div>
        <h2 id="ed-dialog-title">{title}</h2>
        {about && <p>{about}</p>}
      </div>
      {onBack && (
        <button type="button" className="ed-link" onClick={onBack}>
          Back
        </button>
      )}
      {onClose && (
        <button type="button" className="ed-link" onClick={onClose}>
          Close
        </button>
      )}
    </header>
  );
}
