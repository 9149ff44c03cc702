// `npm run admin:create -- --email x --name y`: makes the first administrator of a hosted site.
import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { createAdmin } from '@/features/accounts/create-admin';
import { platform } from '@/features/authoring/import-course';
import { InvalidInput, perform } from '@/server/operation';
import { askHidden } from './lib/ask-hidden';

const usage = 'npm run admin:create -- --email you@school.example --name "Your Name"';

function fail(lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

function given(): { email: string; name: string } {
  try {
    const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } });
    if (values.email && values.name) return { email: values.email, name: values.name };
  } catch (error) {
    if (error instanceof Error) console.error(error.message);
  }
  return fail([`Use it like this: ${usage}`, 'The password is asked for, or taken from ADMIN_PASSWORD.']);
}

const { email, name } = given();
const url = process.env.DATABASE_URL;
if (!url) {
  fail([
    'Set DATABASE_URL to the database of the site.',
    'Without one, `npm start` makes its own database with a demo administrator.',
  ]);
}
const password = process.env.ADMIN_PASSWORD ?? (await askHidden('Password (at least 12 characters): '));
const { db, sql } = connect(url, { max: 1 });
try {
  await perform(createAdmin, { email, name, password }, { db, actor: platform });
  console.log(`${name} is an administrator now and signs in as ${email}.`);
} catch (error) {
  const code = ((error as Error).cause as { code?: string } | undefined)?.code;
  if (error instanceof InvalidInput) {
    console.error('Nothing was made:');
    for (const [field, problem] of Object.entries(error.fields)) console.error(`  ${field}: ${problem}`);
  } else if (code === '42P01') {
    console.error('The database has no tables yet. Run `npm run db:migrate` first.');
  } else {
    console.error(`Nothing was made: ${((error as Error).cause as Error | undefined)?.message ?? error}`);
  }
  process.exitCode = 1;
} finally {
  await sql.end();
}
