import { defineConfig, devices } from '@playwright/test';
import { address } from './e2e/address';

/** Journeys against the production build and a PostgreSQL of their own (see e2e/global-setup.ts). */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: '.test/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.test/e2e.json' }]],
  use: {
    baseURL: address,
    // A trace of every step takes a fifth of the time; `--trace retain-on-failure` asks for it.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      // There is no graphics card: what would paint on it paints in software, and slower.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu-rasterization'],
    },
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
  },
});
