// Once per run of the browser tests: serves `dist` and unpacks the browser before the test files start.
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../src/print/browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which pages the tests visit. */
    pages: 'all' | 'sample';
    /** Whether pictures that differ are kept from now on: vitest was called with `-u`. */
    keepsPictures: boolean;
    /** Where `dist` is served, without a slash at the end. Read it with `inject('siteUrl')`. */
    siteUrl: string;
  }
}

const FIRST_PORT = 4400;

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await findBrowser();
  const server = await preview({ server: { port: FIRST_PORT, host: '127.0.0.1' }, logLevel: 'error' });
  project.provide('keepsPictures', project.globalConfig.snapshotOptions.updateSnapshot === 'all');
  project.provide('siteUrl', `http://127.0.0.1:${server.port}`);
  return () => server.stop();
}
