import Link from 'next/link';

type Neighbour = { id: string; title: string } | null;
type Props = { previous: Neighbour; next: Neighbour; href: (neighbour: Neighbour) => string | null };

/** The way to the lesson before and the lesson after. */
export function LessonTurn({ previous, next, href }: Props) {
  return (
    <nav aria-label="Lessons" className="lesson-turn">
      {previous ? (
        <Link href={href(previous) ?? ''} prefetch={false} rel="prev">
          <span>Previous</span>
          {previous.title}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link href={href(next) ?? ''} prefetch={false} rel="next">
          <span>Next</span>
          {next.title}
        </Link>
      )}
    </nav>
  );
}
