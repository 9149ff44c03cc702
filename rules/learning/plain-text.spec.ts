import { expect, test } from 'vitest';
import { plainText } from './plain-text';

test.each([
  ['<p>A <em>hash</em> &amp; more</p>', 'A hash & more'],
  ['<math><mi>x</mi><annotation encoding="TeX">x^2</annotation></math> is', 'x^2 is'],
  ['<p><img src="/a.png" alt="A &quot;block&quot;" width="3"></p>', 'A "block"'],
  ['&lt;b&gt; &#39;a&#x27; &amp;lt;', "<b> 'a' &lt;"],
  ['', ''],
])('html %j reads as %j', (html, words) => {
  expect(plainText(html)).toBe(words);
});
