import Link from 'next/link';
import type { ListedSet } from '@/features/authoring/bank/list-bank';

/** The quizzes that draw from a set: how many, and of which. */
export function DrawnBy({ course, lines }: { course: string; lines: ListedSet['drawnBy'] }) {
  return (
    <ul className="bank-drawn">
      {lines.map(({ fileId, title, count, tags }) => (
        <li key={`${fileId} ${count} ${tags.join()}`}>
          <Link href={`/teach/${course}/lessons/${fileId}/details`} prefetch={false}>
            {title}
          </Link>{' '}
          draws {count}
          {tags.length > 0 && ` with ${tags.map((tag) => `“${tag}”`).join(' and ')}`}
        </li>
      ))}
    </ul>
  );
}
