// Once per run of the browser tests: serves `dist` and unpacks the browser before the test files start.
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../src/print/browser.ts';
import { serveSite } from '../../src/run/review/serve-site.ts';

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
  const { address, stop } = await serveSite({ dist: 'dist', base: '/', port: FIRST_PORT });
  project.provide('keepsPictures', project.globalConfig.snapshotOptions.updateSnapshot === 'all');
  project.provide('siteUrl', address.slice(0, -1));
  return stop;
}
