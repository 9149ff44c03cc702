// `npm start` and `npm run dev`: from a fresh clone to a served site in one command.
import { checkNode, installWhenNeeded } from './lib/install.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
checkNode();
installWhenNeeded();
const { run } = await import('./lib/run.mjs');
await run({ dev: process.argv.includes('--dev') });
