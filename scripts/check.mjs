// `npm run check`: types, lint and format, import fences, dead code, course text. Fails on the first kind that fails.
import { spawnSync } from 'node:child_process';
import { checkNode, installWhenNeeded } from './lib/install.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
checkNode();
installWhenNeeded();

const checks = [
  ['Types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['Lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['Import fences', ['scripts/fences.mjs']],
  ['Dead code', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['Course text', ['node_modules/tsx/dist/cli.mjs', 'scripts/content-check.ts']],
];

let bad = 0;
for (const [title, args] of checks) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === 0) {
    console.log(`✓ ${title}`);
    continue;
  }
  bad += 1;
  console.error(`✗ ${title}\n${stdout}${stderr}`);
}
process.exit(bad === 0 ? 0 : 1);
