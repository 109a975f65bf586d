import { defineConfig } from 'vitest/config';

/** With `--mode all-pages` the tests visit every page; otherwise a sample of them. */
export default defineConfig(({ mode }) => {
  const timeLimitMs = mode === 'all-pages' ? 7_200_000 : 600_000;
  return {
    test: {
      include: ['tests/browser/**/*.test.ts'],
      globalSetup: ['tests/browser/serve-dist.ts'],
      provide: { pages: mode === 'all-pages' ? 'all' : 'sample' },
      maxWorkers: '100%',
      testTimeout: timeLimitMs,
      hookTimeout: timeLimitMs,
    },
  };
});
