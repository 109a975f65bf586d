// The tests that `npm run mutate` runs on every mutant of the part to trust, the attack, the protection, the optimum and the solver: those
// that take no time.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/verify/*.test.ts',
      'tests/attack/*.test.ts',
      'tests/protect/**/*.test.ts',
      'tests/optimum/*.test.ts',
      'tests/solver/*.test.ts',
    ],
    exclude: ['**/*.property.test.ts', 'tests/protect/cumulative.test.ts', 'tests/verify/imports.test.ts'],
    testTimeout: 30_000,
  },
});
