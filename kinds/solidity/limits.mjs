// What a job may cost. Numbers that a verdict hangs on are counted in gas and bytes, never in time.

/** Compiler and machine speak of one fork, so that what is compiled is what can be run. */
export const hardfork = 'prague';
/** @ethereumjs/evm and solc are pinned in package.json; this is what solc has to answer. */
export const compilerVersion = '0.8.37';

/** Bytes of one file. */
export const mostSource = 32_768;
/** Gas of one call, of one deployment, and of all of a job. That code is stored counts in no job: it takes no time. */
export const gasPerCall = 3_000_000n;
export const gasPerDeployment = 5_000_000n;
export const gasPerJob = 30_000_000n;
/** How many calls may run out of gas until the tests that are left are not run. */
export const mostOutOfGas = 2;
/** Steps of the machine, and bytes of its memory that are looked at, until a trace ends where it is. */
export const mostTracedSteps = 150_000;
export const mostTracedBytes = 300_000_000;
/** Lines of a trace that are kept: the last ones, where it went wrong. */
export const mostTraceLines = 40;
/** Errors of the compiler, and characters of one text, that are passed on. */
export const mostErrors = 10;
const mostText = 400;

/** A text that somebody else's code decides the length of. */
export const clipped = (text, most = mostText) => (text.length > most ? `${text.slice(0, most)}…` : text);
