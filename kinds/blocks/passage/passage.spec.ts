import { expect, test } from 'vitest';
import { compileContext } from '@/test/directives';
import { passageHtml, passagePaneHtml } from '.';

const passageOf = (more = {}) => {
  const passage = compileContext(more).passage('D1');
  if (!passage) throw new Error('no passage');
  return passage;
};

test('a document’s own words are marked as such, in their language, with level and theme', () => {
  const html = passageHtml(
    passageOf({
      paraphrase: '要加强研究。',
      title: '要加强研究。',
      lang: 'zh',
      evidence: 'E1',
      theme: 'Standards',
    }),
  );
  expect(html).toContain('<blockquote lang="zh" class="passage-own"><p>要加强研究。</p></blockquote>');
  expect(html).toContain('<span class="passage-level">E1</span> Official target or plan');
  expect(html).toContain('Theme: Standards');
});

test('a title that only begins the words is not said twice', () => {
  const own = passageOf({
    paraphrase: 'The towns agreed on one ledger.',
    title: 'The towns agreed …',
    lang: 'en',
  });
  expect(passageHtml(own)).toContain('<span class="passage-number">D1</span></figcaption>');
  expect(passageHtml(passageOf())).toContain('<span class="passage-number">D1</span> Title</figcaption>');
});

test('our own words carry no language, and what is not known has no place', () => {
  const html = passageHtml(passageOf({ evidence: 'E9' }));
  expect(html).toContain('<blockquote><p>In our words</p></blockquote>');
  expect(html).not.toMatch(/passage-facts|Theme|E9/);
});

test('the pane links the other lessons that use it; the text of the lesson does not', () => {
  const passage = passageOf({ usedIn: [{ id: 'other-lesson', title: 'A <b> lesson' }] });
  expect(passagePaneHtml(passage)).toContain('<li><a href="other-lesson">A &lt;b&gt; lesson</a></li>');
  expect(passageHtml(passage)).not.toContain('other-lesson');
  expect(passagePaneHtml(passageOf())).not.toContain('Also in');
});
