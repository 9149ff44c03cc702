import manifest from '@/package.json' with { type: 'json' };

/** What runs here: the version of the platform, and the runtime below it. */
export const runningVersion = () => ({ platform: manifest.version, node: process.versions.node });
