import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but Node; `stack` runs against one real PostgreSQL and Temporal, brought by its global set-up. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: [
            'src/**/*.test.ts',
            'test/journeys/**/*.test.ts',
            'test/*.test.ts',
            'test/suppression/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          pool: 'forks',
          setupFiles: ['test/harness/seed-properties.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'stack',
          // After the others: what has a time to keep is not slowed down by them.
          sequence: { groupOrder: 1 },
          include: ['test/{access,api,broken,windows,e2e,chaos,replay,sixth-chain}/**/*.test.ts'],
          globalSetup: 'test/harness/global-setup.ts',
          pool: 'forks',
          setupFiles: ['test/harness/seed-properties.ts'],
          // Two cores carry the servers too.
          maxWorkers: 2,
          maxConcurrency: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
