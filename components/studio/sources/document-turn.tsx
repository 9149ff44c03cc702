import Link from 'next/link';

type Props = { href: string; show: 'all' | 'unchecked'; page: number; pages: number };

/** From one page of passages to the next. */
export function DocumentTurn({ href, show, page, pages }: Props) {
  if (pages === 1) return null;
  const to = (number: number) =>
    `${href}?${new URLSearchParams({ ...(show === 'all' ? {} : { show }), page: String(number) })}`;
  return (
    <nav aria-label="Pages" className="source-turn">
      {page > 1 && (
        <Link href={to(page - 1)} rel="prev">
          ← Earlier passages
        </Link>
      )}
      <span className="text-soft">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link href={to(page + 1)} rel="next">
          Later passages →
        </Link>
      )}
    </nav>
  );
}
