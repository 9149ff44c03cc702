'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** Links between the pages of a part of the site; the one whose pages one is on is marked. */
export function Tabs({ label, tabs }: { label: string; tabs: { href: string; label: string }[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="border-b border-rule">
      <ul className="mx-auto flex max-w-6xl gap-2 overflow-x-auto px-5 sm:px-8">
        {tabs.map((tab) => {
          const here = path === tab.href || path.startsWith(`${tab.href}/`);
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                prefetch={false}
                aria-current={here ? 'page' : undefined}
                className={`-mb-px inline-flex min-h-12 items-center border-b-2 px-2 whitespace-nowrap ${
                  here ? 'border-accent font-semibold' : 'border-transparent text-soft hover:text-accent'
                }`}
              >
                {tab.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
