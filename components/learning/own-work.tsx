import Link from 'next/link';
import { Instant } from '@/components/ui/when';

type Work = {
  lessonId: string;
  title: string;
  number: number;
  savedAt: Date;
  handedInAt: Date | null;
  released: boolean;
};

/** What somebody wrote in a course, drafts included: it is theirs to read, whatever became of their enrollment. */
export function OwnWork({ slug, works }: { slug: string; works: Work[] }) {
  return (
    <section aria-labelledby="own-work" className="mt-12">
      <h2 id="own-work" className="text-2xl">
        Your written work
      </h2>
      <ul className="mt-3 divide-y divide-rule border-y border-rule">
        {works.map(({ lessonId, title, number, savedAt, handedInAt, released }) => (
          <li key={`${lessonId} ${number}`} className="py-3">
            <Link
              href={`/learn/${slug}/${lessonId}/work/${number}`}
              prefetch={false}
              className="text-accent underline underline-offset-4"
            >
              {title}
              {number > 1 && `, version ${number}`}
            </Link>
            <span className="block text-sm text-soft">
              {released ? 'Graded; handed in ' : handedInAt ? 'Handed in ' : 'A draft, saved '}
              <Instant at={handedInAt ?? savedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
