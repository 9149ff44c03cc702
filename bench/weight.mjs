// The JavaScript that a page loads, gzipped, and what of it the framework loads on every page.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const sizes = new Map();

function gzipped(chunk) {
  if (!sizes.has(chunk)) sizes.set(chunk, gzipSync(readFileSync(`.next/${chunk}`)).length);
  return sizes.get(chunk);
}

/** Bytes of some scripts of the build, each counted once. */
export const chunkBytes = (chunks) =>
  [...new Set(chunks)].reduce((bytes, chunk) => bytes + gzipped(chunk), 0);

/** The scripts that the HTML of a page loads. Old browsers alone load what is `nomodule`. */
function chunksOf(html) {
  const tags = html.match(/<script[^>]*>/g) ?? [];
  return tags.flatMap((tag) =>
    /nomodule/i.test(tag) ? [] : (/src="\/_next\/([^"?]+)/.exec(tag)?.slice(1, 2) ?? []),
  );
}

/** Bytes of the scripts that the HTML of a page loads. */
export const scriptBytes = (html) => chunkBytes(chunksOf(html));

/** Class names of CodeMirror and of the editor around it: they stay as they are in a build. */
const ofEditor = /cm-content|ed-preview|ed-pane/;

/** Bytes of those scripts of a page that hold code of the studio's editor. */
export const editorBytesIn = (html) =>
  chunkBytes(chunksOf(html).filter((chunk) => ofEditor.test(readFileSync(`.next/${chunk}`, 'utf8'))));

/** Bytes of the scripts that the framework itself loads on every page of this build. */
export function frameworkBytes() {
  return chunkBytes(JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')).rootMainFiles);
}
