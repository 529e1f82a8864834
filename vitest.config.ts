import { configDefaults, defineConfig } from 'vitest/config';
import { leftOut } from './scripts/test/left-out.mjs';

const storeTests = 'libs/store/src/**/*.test.ts';
const exclude = [
  ...configDefaults.exclude,
  '**/dist/**',
  '**/artifacts/**',
  ...leftOut().map((suite) => suite.pattern),
];

/** Three kinds of tests, one after the other: the quick ones first, so that a mistake is known soon. */
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
          exclude,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          teardownTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
