import Link from 'next/link';
import type { CoursePreview } from '@/features/authoring/preview/get-course-preview';
import { dayInWords } from './words';

/** The versions of the course that can be previewed; the one that is shown is marked. */
export function PreviewVersions({
  slug,
  version,
  editions,
}: Pick<CoursePreview, 'slug' | 'version' | 'editions'>) {
  if (editions.length === 0) return null;
  const entries = [
    { name: 'draft', label: 'Draft', about: 'as it is now' },
    ...editions.map(({ number, publishedAt }) => ({
      name: String(number),
      label: `Edition ${number}`,
      about: dayInWords(publishedAt),
    })),
  ];
  return (
    <nav aria-label="Versions" className="preview-versions">
      <ul>
        {entries.map(({ name, label, about }) => (
          <li key={name}>
            <Link
              href={`/teach/${slug}/preview/${name}`}
              prefetch={false}
              aria-current={name === version ? 'page' : undefined}
              className="preview-version"
            >
              <strong>{label}</strong>
              <span>{about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
