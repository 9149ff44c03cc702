import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RowActions } from './row-actions';

const html = (title: string, first = false) =>
  renderToStaticMarkup(
    createElement(RowActions, {
      row: { kind: 'lesson', fileId: 'an-id', title },
      first,
      last: false,
      moveTo: '/teach/a/outline?move=an-id#to',
      details: null,
    }),
  );

test('every button of a row belongs to the one form and names its row', () => {
  const buttons = html('A & B').match(/<button type="submit"[^>]*>/g) ?? [];
  expect(buttons.map((button) => /value="([^"]*)"/.exec(button)?.[1])).toEqual([
    'lesson-up:an-id',
    'lesson-down:an-id',
    'lesson-copy:an-id',
    'lesson-delete:an-id',
  ]);
  for (const button of buttons) {
    expect(button).toContain('form="outline-form"');
    expect(button).toMatch(/aria-label="[^"]+: “A &amp; B”"/);
  }
  expect(html('A').includes('disabled')).toBe(false);
  expect(html('A', true)).toMatch(/value="lesson-up:an-id" disabled/);
});

test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' autofocus onfocus='alert(1)"])(
  'the title %s stays text',
  (title) => {
    const opened = html(title).match(/<[a-z]+/g) ?? [];
    expect(opened).toEqual(html('plain').match(/<[a-z]+/g));
    expect(html(title)).not.toContain(title);
  },
);
