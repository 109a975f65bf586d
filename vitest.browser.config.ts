import { defineConfig } from 'vitest/config';

const ALL = 'tests/browser/**/*.test.ts';
/** Tests of a mode of their own: `--mode pictures`, `--mode slow`. */
const APART: Readonly<Record<string, string>> = {
  pictures: 'tests/browser/pictures.test.ts',
  slow: 'tests/browser/slow-*.test.ts',
};

/** With `--mode all-pages` the tests visit every page; otherwise a sample of them. */
export default defineConfig(({ mode }) => {
  const timeLimitMs = mode === 'all-pages' ? 7_200_000 : 600_000;
  return {
    test: {
      include: [APART[mode] ?? ALL],
      exclude: mode in APART ? [] : Object.values(APART),
      globalSetup: ['tests/browser/serve-dist.ts'],
      provide: { pages: mode === 'all-pages' ? 'all' : 'sample' },
      maxWorkers: '100%',
      testTimeout: timeLimitMs,
      hookTimeout: timeLimitMs,
      expect: { poll: { timeout: timeLimitMs / 2 } },
    },
  };
});
