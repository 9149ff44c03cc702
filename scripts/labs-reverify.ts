import { connect } from '@/db/client';
import { platform } from '@/features/authoring/import-course';
import { reverifyLabs } from '@/features/learning/labs/reverify-labs';
import type { RunPlan } from '@/kinds/labs/run';
import { perform } from '@/server/operation';
import { solidity } from '@/server/solidity';
import { databaseUrl, fail } from './lib/command';

// Works the verdict of everything that was handed in to a lab out anew, by the version that it was handed in to.
// Needs the secret that the tasks were made from: LAB_SECRET or, where there is none, AUTH_SECRET.
const reasons = {
  'no-such-lab': 'this version of the lab is not here',
  'another-seed': 'the task was made from another secret: set LAB_SECRET to the one of that time',
  'not-run': 'it could not be run just now',
  'another-verdict': 'the verdict is another now',
} as const;

const { db, sql } = connect(databaseUrl(), { max: 1 });
const { count, found } = await perform(
  reverifyLabs,
  { run: (plan: RunPlan) => solidity().run(plan, 'reverify') },
  { db, actor: platform },
);
await sql.end();
solidity().stop();
if (found.length > 0)
  fail(
    `${found.length} of ${count} verdicts do not stand:`,
    ...found.map(({ submission, lab, why }) => `  submission ${submission} (${lab}): ${reasons[why]}`),
  );
console.log(`${count} verdicts worked out anew: all of them stand.`);
