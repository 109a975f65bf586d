/** Files that the site serves as a package has them, byte for byte: the solver, which readers can compare with what its maker published. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../read-files.ts';

/** The solver's files by the form that the build gives their names. */
const SERVED: readonly (readonly [name: RegExp, path: string])[] = [
  [/^_astro\/highs\.[\w-]+\.js$/, 'highs/build/highs.mjs'],
  [/^_astro\/highs\.[\w-]+\.wasm$/, 'highs/build/highs.wasm'],
];

/** The packages' own files, by path inside `node_modules`. */
export async function readPackageFiles(packages: string): Promise<Files> {
  const read = SERVED.map(async ([, path]) => [path, await readFile(join(packages, path))] as const);
  return new Map(await Promise.all(read));
}

/** Whether a file of `dist` goes by the name of a package's file and is that file. */
export function isPackageFile(path: string, bytes: Uint8Array, packages: Files): boolean {
  return SERVED.some(([name, own]) => {
    const original = packages.get(own);
    return name.test(path) && original !== undefined && Buffer.compare(original, bytes) === 0;
  });
}
