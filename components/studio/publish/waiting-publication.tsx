import type { ListedEditions } from '@/features/authoring/publishing/list-editions';
import type { LearnerMoves } from '@/rules/editions/moves';
import { formatDeadline } from '@/rules/time/deadline';

export type ShownPublication = NonNullable<ListedEditions['publication']>;

const moved: Record<LearnerMoves, string> = {
  none: 'New enrollments get it; nobody moves.',
  untouched: 'Everyone not yet past the change moves to it.',
  everyone: 'Everyone still learning moves to it.',
};

/** A publication that waits for its time, in words. */
export function WaitingPublication({ publication }: { publication: ShownPublication }) {
  const { dueAt, dueZone, createdBy, moves, note } = publication;
  return (
    <>
      <p>
        <time dateTime={dueAt.toISOString()}>{formatDeadline(dueAt, dueZone)}</time>, scheduled by {createdBy}
        . {moved[moves]}
      </p>
      {note && <p className="mt-1 whitespace-pre-line text-soft">{note}</p>}
    </>
  );
}
