import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    // Each of some 230 files has a thread of its own: threads start faster than processes.
    pool: 'threads',
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 120_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
});
