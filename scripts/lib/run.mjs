// Everything between installed packages and a served site, in the order in which it must happen.
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { buildWhenStale } from './build.mjs';
import { startPostgres } from './postgres.mjs';
import { embeddedSecrets } from './secrets.mjs';
import { verifierHash } from './verifier.mjs';

const dataFolder = process.env.PLATFORM_DATA ?? '.data';

async function embeddedDatabase() {
  const secrets = embeddedSecrets(dataFolder);
  const postgres = await startPostgres({ dataFolder: `${dataFolder}/postgres`, password: secrets.database });
  process.env.DATABASE_URL = postgres.url;
  process.env.AUTH_SECRET ??= secrets.auth;
  process.env.PLATFORM_MODE = 'embedded';
  return postgres;
}

export async function run({ dev }) {
  process.env.NODE_ENV = dev ? 'development' : 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  if (!dev) buildWhenStale();
  process.env.LABS_VERIFIER = verifierHash();
  register();

  const embedded = !process.env.DATABASE_URL;
  let postgres = null;
  let server = null;
  let ending = false;
  const end = async (code) => {
    if (ending) return;
    ending = true;
    await server?.stop().catch(() => {});
    await postgres?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

  try {
    const host = process.env.HOST ?? '127.0.0.1';
    const wanted = Number(process.env.PORT ?? 3000);
    const options = { dev, host, port: wanted, search: process.env.PORT === undefined };
    const { reservePort, serve } = await import('../../server/main.ts');
    const reserved = await reservePort(options);
    const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${reserved.port}`;
    if (embedded) {
      postgres = await embeddedDatabase();
      process.env.AUTH_URL ??= address;
    }
    process.env.ASSETS_DIR ??= join(dataFolder, 'assets');
    const { readEnv } = await import('../../server/env.ts');
    const { assetStore, prepareStorage } = await import('../../server/storage/index.ts');
    await prepareStorage(readEnv());
    const { prepareDatabase } = await import('../../db/seed/prepare.ts');
    const { demoAccounts } = await prepareDatabase(process.env.DATABASE_URL, {
      demo: embedded,
      store: assetStore(),
    });
    server = await serve(reserved, options);

    if (reserved.port !== wanted) console.log(`Port ${wanted} is taken, so another was chosen.`);
    console.log(`\n  Open ${embedded ? address : process.env.AUTH_URL}\n`);
    for (const { role, email, password } of demoAccounts) {
      console.log(`  ${role.padEnd(11)} ${email}   password: ${password}`);
    }
    console.log('\n  Ctrl-C stops everything.\n');
  } catch (error) {
    console.error(error instanceof Error && !dev ? error.message : error);
    await end(1);
  }
}
