// The JavaScript that a page loads, gzipped, and what of it the framework loads on every page.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const sizes = new Map();

function gzipped(chunk) {
  if (!sizes.has(chunk)) sizes.set(chunk, gzipSync(readFileSync(`.next/${chunk}`)).length);
  return sizes.get(chunk);
}

const sum = (chunks) => [...new Set(chunks)].reduce((bytes, chunk) => bytes + gzipped(chunk), 0);

/** Bytes of the scripts that the HTML of a page loads. Old browsers alone load what is `nomodule`. */
export function scriptBytes(html) {
  const tags = html.match(/<script[^>]*>/g) ?? [];
  return sum(
    tags.flatMap((tag) =>
      /nomodule/i.test(tag) ? [] : (/src="\/_next\/([^"?]+)/.exec(tag)?.slice(1, 2) ?? []),
    ),
  );
}

/** Bytes of the scripts that the framework itself loads on every page of this build. */
export function frameworkBytes() {
  return sum(JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')).rootMainFiles);
}
