import { connect } from '@/db/client';
import { verifyAudit } from '@/features/audit/verify-audit';
import { platform } from '@/features/authoring/import-course';
import { parseHead } from '@/rules/audit/audit-chain';
import { perform } from '@/server/operation';
import { databaseUrl, fail } from './lib/command';

// Works the hash of every entry of the audit log out anew and says where the chain breaks first. The head it
// prints is to be noted outside: given back with --head, it proves that nothing was cut from the end since.
const [option, value = ''] = process.argv.slice(2);
const noted = option === '--head' ? parseHead(value) : null;
if (option !== undefined && !noted)
  fail('usage: npm run audit:verify -- [--head <number>:<hash>]', '  as a run before has printed it');

const { db, sql } = connect(databaseUrl(), { max: 1 });
const { entries, head, problems } = await perform(verifyAudit, { head: noted }, { db, actor: platform });
await sql.end();
if (problems.length > 0) fail('The audit log is broken.', ...problems.map((problem) => `  ${problem}`));
console.log(
  head
    ? `${entries} entries, each follows the one before it. Note the head outside: ${head.seq}:${head.hash}`
    : 'The audit log is empty.',
);
