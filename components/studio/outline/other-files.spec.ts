import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OtherFiles } from './other-files';

const html = (path: string, mayEdit: boolean) =>
  renderToStaticMarkup(
    createElement(OtherFiles, {
      files: [{ path, fileId: 'an-id', problems: 1, advice: 0, messages: ['summary: this is missing'] }],
      course: 'x',
      mayEdit,
    }),
  );

test('what course.yaml lacks is filled in under Settings, by those who may', () => {
  expect(html('course.yaml', true)).toContain('href="/teach/x/settings"');
  expect(html('course.yaml', false)).not.toContain('settings');
  expect(html('passages.yaml', true)).not.toContain('settings');
});
