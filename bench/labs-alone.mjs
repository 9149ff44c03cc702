// `node bench/labs-alone.mjs`: only the figures of labs.
import { register } from 'tsx/esm/api';
import { labsReport, replaceLabsReport } from './labs-report.mjs';

register();
const { benchLabs } = await import('./labs.ts');
const labs = await benchLabs();
replaceLabsReport(labs);
console.log(labsReport(labs));
