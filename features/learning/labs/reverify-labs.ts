import * as z from 'zod';
import { labSubmissionsAfter } from '@/db/queries/labs';
import { isPlan } from '@/kinds/labs/kind';
import { labAt } from '@/kinds/labs/registry';
import type { RunPlan, RunReport } from '@/kinds/labs/run';
import { isPlatform } from '@/rules/access';
import { valuesIn } from '@/rules/labs/canonical';
import { labSeed, seedCommit } from '@/server/labs';
import { noSubject, operation } from '@/server/operation';

/** Why a stored verdict does not stand any more. */
export type LabDiscrepancy = {
  submission: number;
  lab: string;
  why: 'no-such-lab' | 'another-seed' | 'another-verdict' | 'not-run';
};

/** How many submissions are worked out anew before the next are read. */
const atATime = 500;

/**
 * Works out anew the verdict of every submission there is, each by the version of its lab that it was handed in to.
 * What the server failed to verify has no verdict and is passed over. Writes nothing.
 */
export const reverifyLabs = operation({
  name: 'reverify-labs',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    /** Runs what has to be compiled and run for a verdict. */
    run: z.custom<(plan: RunPlan) => Promise<RunReport>>((run) => typeof run === 'function'),
  }),
  subject: noSubject,
  allow: isPlatform,
  async run({ db, input }) {
    const found: LabDiscrepancy[] = [];
    let count = 0;
    let after = 0;
    for (;;) {
      const rows = await labSubmissionsAfter(db, after, atATime);
      for (const row of rows) {
        count += 1;
        const why = await discrepancyOf(row, input.run);
        if (why) found.push({ submission: row.id, lab: `${row.lab} ${row.version}`, why });
      }
      const last = rows.at(-1);
      if (!last) return { count, found };
      after = last.id;
    }
  },
});

type Row = Awaited<ReturnType<typeof labSubmissionsAfter>>[number];

async function discrepancyOf(
  row: Row,
  run: (plan: RunPlan) => Promise<RunReport>,
): Promise<LabDiscrepancy['why'] | null> {
  const lab = labAt(row.lab, row.version);
  if (!lab) return 'no-such-lab';
  const { learnerId, version, number: attempt } = row;
  const seed = labSeed({ learnerId, lab: row.lab, version, attempt });
  if (seedCommit(seed) !== row.seedCommit) return 'another-seed';
  if (row.outcome === 'system-error') return null;
  const values = valuesIn(row.submission);
  const found = lab.plan?.(seed, values);
  const report = found && isPlan(found) ? await run(found) : null;
  if (report?.outcome === 'system-error') return 'not-run';
  const verdict = lab.verify(seed, values, report ?? undefined);
  const code = verdict.outcome === 'learner-error' ? verdict.code : null;
  return verdict.outcome === row.outcome && code === row.code ? null : 'another-verdict';
}
