import Link from 'next/link';
import type { CoursePreview } from '@/features/authoring/preview/get-course-preview';
import { problemsInWords } from './words';

/** The lessons of the draft that cannot be shown, each with the way to its mistakes. */
export function BrokenLessons({ slug, broken }: Pick<CoursePreview, 'slug' | 'broken'>) {
  if (broken.length === 0) return null;
  return (
    <section aria-labelledby="broken" className="preview-broken">
      <h2 id="broken" className="text-xl">
        Not shown yet
      </h2>
      <p>
        These lessons have mistakes of their own. They take their place in the outline once those are mended.
      </p>
      <ul>
        {broken.map(({ title, path, fileId, problems }) => (
          <li key={path}>
            {fileId ? (
              <Link href={`/teach/${slug}/lessons/${fileId}`} prefetch={false} className="preview-link">
                {title}
              </Link>
            ) : (
              title
            )}{' '}
            <span className="text-soft">({problemsInWords(problems)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
