import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': new URL('../..', import.meta.url).pathname.replace(/\/$/, '') } },
  test: {
    include: ['test/faults/*.spec.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
