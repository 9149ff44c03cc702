import Link from 'next/link';

/** Rows are passages or what they belong to. */
export function CoverageSwitch({ course, by }: { course: string; by: 'passage' | 'theme' }) {
  const tab = (value: 'passage' | 'theme', label: string) => (
    <Link
      href={`/teach/${course}/coverage${value === 'theme' ? '?by=theme' : ''}`}
      prefetch={false}
      aria-current={by === value ? 'page' : undefined}
      className="source-filter"
    >
      {label}
    </Link>
  );
  return (
    <nav aria-label="Rows" className="source-filters mb-8">
      {tab('passage', 'By passage')}
      {tab('theme', 'By theme or directive')}
    </nav>
  );
}
