import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { leftOut } from './scripts/test/left-out.mjs';

const databaseTests = ['libs/store/src/**/*.test.ts', 'libs/postgres/src/**/*.test.ts'];
const exclude = [
  ...configDefaults.exclude,
  '**/dist/**',
  '**/artifacts/**',
  ...leftOut().map((suite) => suite.pattern),
];

/** Floods, chaos and tight beats: beside a browser that paints, what these tell would be about that. */
const chaosTests = [
  'test/all-nes-restart.test.ts',
  'test/crash-under-load.test.ts',
  'test/database-outage.test.ts',
  'test/hostile-nes.test.ts',
  'test/live-stream.test.ts',
  'test/ne-link.test.ts',
  'test/omc-trouble.test.ts',
  'test/trap-flood.test.ts',
];

const endToEnd = {
  globalSetup: ['test/prepared-data.ts'],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  teardownTimeout: 30_000,
};

/** Four kinds of tests, one after the other: the quick ones first, so that a mistake is known soon. */
export default defineConfig({
  test: {
    // Where there are two cores vitest would use one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
          exclude: [...exclude, ...databaseTests],
          // One process for all of a worker's files: loading what they have in common took longer than most of them.
          isolate: false,
          testTimeout: 90_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'database',
          include: databaseTests,
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
          exclude: [...exclude, ...chaosTests],
          isolate: false,
          sequence: { groupOrder: 2 },
          ...endToEnd,
        },
      },
      {
        test: {
          name: 'chaos',
          include: chaosTests,
          exclude,
          sequence: { groupOrder: 3 },
          ...endToEnd,
        },
      },
    ],
  },
});
