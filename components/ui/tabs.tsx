'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

type Tab = {
  href: string;
  label: string;
  /** Where else its pages are. */
  also?: readonly string[];
  /** Whether the addresses below its own belong to other tabs. */
  alone?: boolean;
};

/** Links between the pages of a part of the site; the one whose pages one is on is marked. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // On a phone the tabs are wider than the screen: the one whose page this is comes into view. A wide screen shows all.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page marks another tab
  useEffect(() => {
    const box = list.current?.getBoundingClientRect();
    const here = list.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (box && here) list.current?.scrollBy(here.left + here.width / 2 - box.left - box.width / 2, 0);
  }, [path]);
  return (
    <nav aria-label={label} className="border-b border-rule">
      <ul ref={list} className="mx-auto flex max-w-6xl gap-x-2 overflow-x-auto px-5 sm:px-8 lg:flex-wrap">
        {tabs.map((tab) => {
          const here = [tab.href, ...(tab.also ?? [])].some(
            (place) => path === place || (path.startsWith(`${place}/`) && !(tab.alone && place === tab.href)),
          );
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                prefetch={false}
                aria-current={here ? 'page' : undefined}
                className={`-mb-px inline-flex min-h-12 items-center border-b-2 px-2 whitespace-nowrap ${
                  here
                    ? 'border-accent font-semibold'
                    : 'border-transparent text-soft hover:text-accent forced-colors:border-[Canvas]'
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
