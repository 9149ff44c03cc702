import Link from 'next/link';
import type { Actor } from '@/rules/access';
import { siteRoleMay } from '@/rules/accounts/permissions';
import { siteName } from '@/rules/site';
import type { Theme } from './theme';
import { ThemeToggle } from './theme-toggle';

type Props = { person: { name: string; role: Actor['role'] } | null; theme: Theme | null };

const linkClass = 'inline-flex min-h-11 items-center px-2 text-[0.95rem] text-ink hover:text-accent';

function links(role: Actor['role'] | null) {
  return [
    { href: '/courses', label: 'Courses' },
    ...(role ? [{ href: '/learn', label: 'My learning' }] : []),
    ...(role && siteRoleMay(role, 'courses.create') ? [{ href: '/teach', label: 'Teach' }] : []),
    ...(role && siteRoleMay(role, 'dashboards.read') ? [{ href: '/admin', label: 'Admin' }] : []),
  ];
}

/** The head of every page: where one is, where one can go, who one is. */
export function SiteHeader({ person, theme }: Props) {
  return (
    <header className="site-header border-b border-rule bg-paper">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-3 px-4 sm:px-6">
        <Link
          href="/"
          prefetch={false}
          className="mr-auto inline-flex min-h-14 items-center gap-2 font-serif text-lg font-semibold tracking-tight"
        >
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <rect x="1.5" y="1.5" width="8" height="8" rx="1.5" fill="var(--accent)" />
            <rect
              x="12.5"
              y="12.5"
              width="8"
              height="8"
              rx="1.5"
              fill="none"
              stroke="var(--accent)"
              strokeWidth="2"
            />
            <path d="M9 9l4 4" stroke="var(--accent)" strokeWidth="2" />
          </svg>
          {siteName}
        </Link>
        <nav
          aria-label="Site"
          className="order-3 -ml-2 flex w-full gap-1 overflow-x-auto sm:order-none sm:w-auto"
        >
          {links(person?.role ?? null).map(({ href, label }) => (
            <Link key={href} href={href} prefetch={false} className={`${linkClass} whitespace-nowrap`}>
              {label}
            </Link>
          ))}
        </nav>
        <div className="flex min-w-0 items-center gap-1">
          {person ? (
            <Link
              href="/account"
              prefetch={false}
              className={`${linkClass} min-w-0 max-w-[28vw] sm:max-w-48`}
            >
              <span className="truncate">{person.name}</span>
            </Link>
          ) : (
            <Link href="/sign-in" prefetch={false} className={`${linkClass} font-semibold whitespace-nowrap`}>
              Sign in
            </Link>
          )}
          <ThemeToggle theme={theme} />
        </div>
      </div>
    </header>
  );
}
