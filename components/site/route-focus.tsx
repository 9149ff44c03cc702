'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** After a change of page, moves the focus to its h1, so that keyboard and screen reader start there. */
export function RouteFocus() {
  const pathname = usePathname();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    if (location.hash) return;
    document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
