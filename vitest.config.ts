import { defineConfig } from 'vitest/config';

/** Rooms whose tests make no releases: their files share the modules that a process has loaded, and the solver where they have one. */
const SHARING = [
  'attack',
  'catalogs',
  'charts',
  'cube',
  'docs',
  'gate',
  'input',
  'islands',
  'optimum',
  'protect',
  'raster',
  'record',
  'release',
  'requests',
  'site',
  'solver',
  'tallies',
  'verify',
  'witness',
].map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    // Not threads, which start faster: V8 can end the whole run when one goes that had WebAssembly.
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 900_000,
    hookTimeout: 600_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
    projects: [
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
      // Every release starts a solver, which keeps its memory as long as its modules: here each file has a process of its own.
      {
        extends: true,
        test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**', ...SHARING] },
      },
    ],
  },
});
