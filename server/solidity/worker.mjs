// A process that compiles and runs plans, one after the other, for whoever started it. It opens no file and no
// connection once it is loaded, and gets an empty environment.
import './small.mjs';
import { compileUnits } from './compile.mjs';
import { BadPlan, runTests } from './tests.mjs';

async function reportOn(plan) {
  const { report, contracts } = compileUnits(plan);
  if (report) return report;
  try {
    return await runTests(plan, contracts);
  } catch (error) {
    if (error instanceof BadPlan) return { outcome: 'system-error', why: 'plan' };
    throw error;
  }
}

// Who started it decides when it ends: an interrupt of the terminal reaches both.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', async (plan) => {
  // Whatever fails here is a failure of this process, and it is replaced.
  const report = await reportOn(plan);
  process.send(report);
});
process.send('ready');
