import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { StudioTabs } from './studio-tabs';

const place = vi.hoisted(() => ({ path: '' }));
vi.mock('next/navigation', () => ({ usePathname: () => place.path }));

test.each([
  ['/teach/x/outline', 'Outline'],
  ['/teach/x/lessons/an-id', 'Outline'],
  ['/teach/x/lessons/an-id/details', 'Outline'],
  ['/teach/x/sources/an-id/frame', 'Sources'],
  ['/teach/x/cohorts/an-id', 'People'],
  ['/teach/x/requests', 'People'],
  ['/teach/x/quizzes/exam/attempts/an-id', 'Quizzes'],
  ['/teach/x/preview/draft', undefined],
])('at %s the room one is in is marked: %s', (path, room) => {
  place.path = path;
  const html = renderToStaticMarkup(
    createElement(StudioTabs, { course: 'x', people: ['requests', 'cohorts'] }),
  );
  const marked = [...html.matchAll(/<a[^>]*aria-current="page"[^>]*>([^<]*)/g)].map(([, label]) => label);
  expect(marked).toEqual(room ? [room] : []);
});
