import Link from 'next/link';

const rooms = [
  ['grades', 'Gradebook'],
  ['grades/lists', 'Lists of grades'],
  ['grades/settings', 'How grades count'],
] as const;

/** Leads between the rooms of a course's grades; those of who grades are for them alone. */
export function GradebookNav({
  course,
  here,
  mayGrade,
}: {
  course: string;
  here: (typeof rooms)[number][0] | null;
  mayGrade: boolean;
}) {
  return (
    <nav aria-label="Grades" className="mb-6 flex flex-wrap gap-2">
      {rooms.map(([room, label]) =>
        room === 'grades' || mayGrade ? (
          <Link
            key={room}
            href={`/teach/${course}/${room}`}
            prefetch={false}
            aria-current={room === here ? 'page' : undefined}
            className="roster-view"
          >
            {label}
          </Link>
        ) : null,
      )}
    </nav>
  );
}
