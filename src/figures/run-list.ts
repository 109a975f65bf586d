/** What a reader's browser may run: a line for every script and every piece of WebAssembly that a site serves, `hash  path  bytes`. */

export interface RunFile {
  /** Below the root of the site. */
  readonly path: string;
  /** SHA-256. */
  readonly hash: string;
  readonly bytes: number;
}

export function isRun(path: string): boolean {
  return /^_astro\/.*\.(?:js|wasm)$/.test(path);
}

/** By path. */
export function formatRuns(files: readonly RunFile[]): string {
  return [...files]
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ path, hash, bytes }) => `${hash}  ${path}  ${bytes}`)
    .join('\n');
}
