import { defineConfig } from 'vitest/config';

const PICTURES = 'tests/browser/pictures.test.ts';

/** With `--mode all-pages` the tests visit every page; otherwise a sample of them. `--mode pictures`: the pictures alone. */
export default defineConfig(({ mode }) => {
  const timeLimitMs = mode === 'all-pages' ? 7_200_000 : 600_000;
  return {
    test: {
      include: mode === 'pictures' ? [PICTURES] : ['tests/browser/**/*.test.ts'],
      exclude: mode === 'pictures' ? [] : [PICTURES],
      globalSetup: ['tests/browser/serve-dist.ts'],
      provide: { pages: mode === 'all-pages' ? 'all' : 'sample' },
      maxWorkers: '100%',
      testTimeout: timeLimitMs,
      hookTimeout: timeLimitMs,
      expect: { poll: { timeout: timeLimitMs / 2 } },
    },
  };
});
