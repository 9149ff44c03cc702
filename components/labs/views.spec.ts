import { createHash } from 'node:crypto';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { labs } from '@/kinds/labs/registry';
import type { Values } from '@/kinds/labs/verdict';
import { viewOf } from './views';

const seed = new Uint8Array(createHash('sha256').update('a learner').digest());

describe.each([...labs.values()])('$name', ({ name, version, taskFor }) => {
  const { task, fields, start } = taskFor(seed);
  const drawn = async (values: Values) => {
    const view = await viewOf(`${name} ${version}`);
    if (!view) throw new Error('it has no view: give it a line in views.ts');
    return renderToStaticMarkup(createElement(view.Drawing, { task, values, set: () => {} }));
  };

  test('is drawn before anything is done in it, and whatever stands in its fields', async () => {
    expect((await drawn(start)).length).toBeGreaterThan(200);
    for (const nonsense of [
      '',
      'x',
      '-1',
      '99999999999999999999',
      '\u0000<script>',
      'f'.repeat(500),
      '((((',
      '\n\n',
    ])
      expect(await drawn(Object.fromEntries(fields.map((field) => [field.name, nonsense])))).not.toMatch(
        /<script|NaN|undefined|\[object/,
      );
  });
});
