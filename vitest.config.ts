import { defineConfig } from 'vitest/config';

/** They start processes, or fill the memory: each file has a process of its own. */
const ISOLATED = ['tests/{browser,cli,fuzz,interop,store}/**/*.test.ts', 'tests/**/hostile*.test.ts'];

const shared = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A poll ends as soon as what it waits for is there; the usual second is too short on a busy machine.
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  test: {
    globalSetup: ['tests/support/build.ts', 'tests/support/postgres.ts'],
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      { test: { ...shared, name: 'isolated', include: ISOLATED } },
      // All others share the processes of the workers, so that a module is loaded once and not once a file.
      {
        test: {
          ...shared,
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          exclude: ISOLATED,
          isolate: false,
        },
      },
    ],
  },
});
