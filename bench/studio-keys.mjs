// From the key to the frame that shows it, in Chromium: in the editor of the site and, as the floor, in a
// page with nothing but an empty CodeMirror.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/lib/browser.mjs';
import { spread } from './spread.mjs';
import { chunkBytes } from './weight.mjs';

const turns = 3;
const keysPerTurn = 40;
/** As fast as people type, with a pause now and then in which the editor saves and previews. */
const between = 70;
const pauseEvery = 20;
const pause = 1_500;

/** What CodeMirror alone consists of: each a single module, so that no bundler is needed. */
const modules = {
  '@codemirror/view': '@codemirror/view/dist/index.js',
  '@codemirror/state': '@codemirror/state/dist/index.js',
  'style-mod': 'style-mod/src/style-mod.js',
  'w3c-keyname': 'w3c-keyname/index.js',
  crelt: 'crelt/index.js',
  '@marijn/find-cluster-break': '@marijn/find-cluster-break/src/index.js',
};
const emptyPage = 'http://codemirror.example/';
const emptyHtml = `<!doctype html><title>CodeMirror</title><div id="here"></div>
<script type="importmap">${JSON.stringify({
  imports: Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, `/${file}`])),
})}</script>
<script type="module">
import { EditorView } from '@codemirror/view';
new EditorView({ parent: document.querySelector('#here') });
</script>`;

/** Serves the empty page to a browser, from the packages that are installed. */
const serveEmpty = (context) =>
  context.route(`${emptyPage}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    if (path === '') return route.fulfill({ contentType: 'text/html', body: emptyHtml });
    if (!Object.values(modules).includes(path)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(`node_modules/${path}`) });
  });

/**
 * In the page: notes for every key the time from the event to the end of the frame after the text changed.
 * A message that is sent in an animation frame arrives when that frame is painted.
 */
function watchKeys() {
  window.keyTimes = [];
  let pressed = 0;
  addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
  addEventListener(
    'input',
    () => {
      const from = pressed;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.keyTimes.push(performance.now() - from);
        port2.postMessage(null);
      });
    },
    true,
  );
}

/** Processor time of the page's main thread so far, in ms: it hardly varies when the machine is busy. */
async function workOf(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Types into a page. @returns the milliseconds of each key, and the work that a key led to on average. */
async function type({ page, client }) {
  const before = await workOf(client);
  await page.evaluate(() => {
    window.keyTimes = [];
  });
  for (let key = 0; key < keysPerTurn; key++) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'abcde'[key % 6]);
    await page.waitForTimeout(key % pauseEvery === pauseEvery - 1 ? pause : between);
  }
  const times = await page.evaluate(() => window.keyTimes);
  if (times.length !== keysPerTurn) throw new Error(`${times.length} of ${keysPerTurn} keys were painted.`);
  return { times, cpu: ((await workOf(client)) - before) / keysPerTurn };
}

async function open(context, url) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  await page.locator('.cm-content').click();
  await page.evaluate(watchKeys);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, client };
}

/** The cursor into the text of the lesson: near its top, where all that follows is to be read again, or its end. */
async function place(page, atEnd) {
  await page.bringToFront();
  await page.keyboard.press(atEnd ? 'Control+End' : 'Control+Home');
  for (let line = 0; line < 25 && !atEnd; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.waitForTimeout(pause);
}

/** The scripts that a page has loaded, as files of the build. */
const loadedChunks = (page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/_next/') && path.endsWith('.js'))
      .map((path) => path.slice('/_next/'.length)),
  );

export async function measureKeys({ site, bench: { slug, people, lesson, long } }) {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ name: 'session', value: people.typing.sealed, url: site.origin }]);
    await serveEmpty(context);
    const editor = (file) => open(context, `${site.origin}/teach/${slug}/lessons/${file.id}`);
    const pages = {
      empty: await open(context, emptyPage),
      bundled: await editor(lesson),
      long: await editor(long),
    };
    const editorBytes = chunkBytes(await loadedChunks(pages.bundled.page));
    const typed = { empty: [], bundled: [], long: [] };
    for (let turn = 0; turn < turns; turn++) {
      for (const [name, opened] of Object.entries(pages)) {
        await place(opened.page, turn === 1);
        typed[name].push(await type(opened));
      }
    }
    const keys = Object.fromEntries(
      Object.entries(typed).map(([name, parts]) => [
        name,
        {
          ...spread(parts.flatMap(({ times }) => times)),
          cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0) / turns,
        },
      ]),
    );
    return { keys: { ...keys, count: turns * keysPerTurn }, editorBytes };
  } finally {
    await browser.close();
  }
}
