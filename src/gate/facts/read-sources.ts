/** The sources that scripts of the site are bundled from: its own code, and the packages that it ships to browsers. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KnownNumbers, numbersOfSources } from '../files/script-file.ts';

const SHIPPED = /^(?:react|react-dom|scheduler|d3(?:-.*)?|internmap|highs|fflate)$/;
/** What starts an island of React. */
const STARTER = '@astrojs/react';
const SOURCE = /^(?!.*(?:\.min\.|development|profiling|\.d\.)).*\.(?:js|mjs|ts|tsx)$/;

/** `packages` is a `node_modules`, `code` the site's own. */
export async function readKnownNumbers(packages: string, code: string): Promise<KnownNumbers> {
  const names = (await readdir(packages)).filter((name) => SHIPPED.test(name)).sort();
  const folders = [...names, STARTER].map((name) => join(packages, name));
  const texts = await Promise.all([code, ...folders].map(readSources));
  return numbersOfSources(texts.flat());
}

async function readSources(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  const sources = paths.filter((path) => SOURCE.test(path)).sort();
  return Promise.all(sources.map((path) => readFile(join(folder, path), 'utf8')));
}
