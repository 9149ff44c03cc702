import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': new URL('.', import.meta.url).pathname.replace(/\/$/, '') } },
  test: {
    include: ['{rules,kinds,features,server,db,components,test,scripts}/**/*.spec.ts'],
    exclude: ['test/faults/**'],
    globalSetup: './test/global-setup.ts',
    // Two files at a time also where there are two processors: much of a spec is waiting for PostgreSQL.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      AUTH_SECRET: 'only-for-specs-0123456789-abcdefghijklmnop',
      AUTH_URL: 'http://localhost:3000',
      PLATFORM_MODE: 'embedded',
    },
    coverage: { provider: 'v8', include: ['rules/**'], thresholds: { 100: true } },
  },
});
