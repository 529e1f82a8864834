import { configDefaults, defineConfig } from 'vitest/config';
import { leftOut } from './scripts/test/left-out.mjs';

const storeTests = 'libs/store/src/**/*.test.ts';
const exclude = [
  ...configDefaults.exclude,
  '**/dist/**',
  '**/artifacts/**',
  ...leftOut().map((suite) => suite.pattern),
];

/** Floods, chaos and tight beats: what these tell would be about their neighbours if they had any. */
const aloneTests = [
  'test/all-nes-restart.test.ts',
  'test/crash-under-load.test.ts',
  'test/database-outage.test.ts',
  'test/hostile-nes.test.ts',
  'test/live-stream.test.ts',
  'test/ne-link.test.ts',
  'test/omc-trouble.test.ts',
  'test/trap-flood.test.ts',
];

const endToEnd = { testTimeout: 180_000, hookTimeout: 180_000, teardownTimeout: 30_000 };

/** Four kinds of tests, one after the other: the quick ones first, so that a mistake is known soon. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'libs/*/src/**/*.test.{ts,tsx}',
            'apps/*/src/**/*.test.{ts,tsx}',
            'bench/src/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          exclude: [...exclude, storeTests],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'store',
          include: [storeTests],
          exclude,
          globalSetup: ['test/postgres-for-tests.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, ...aloneTests],
          // Most of what an end-to-end test does is wait: for a start, a window, a beat.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          ...endToEnd,
        },
      },
      {
        test: {
          name: 'alone',
          include: aloneTests,
          exclude,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          ...endToEnd,
        },
      },
    ],
  },
});
