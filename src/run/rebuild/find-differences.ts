/** Where a site is another one than what was built here, file by file, byte for byte. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD } from '../../formats/site/build-file.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { listFiles } from '../list-files.ts';

export interface Compared {
  /** How many files were compared. */
  readonly files: number;
  /** In the order of their paths. */
  readonly differences: readonly string[];
}

/** A built site in a folder, or one that is served. */
export interface OtherSite {
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** All its files; null where nobody can list them. */
  readonly paths: readonly string[] | null;
}

export async function openSite(where: string): Promise<OtherSite> {
  if (/^https?:\/\//.test(where)) return { read: fetchFrom(where), paths: null };
  return {
    read: (path) => readFile(join(where, path)).catch(() => undefined),
    paths: await listFiles(where),
  };
}

/** `build.json` says from what each was built, and is compared by whoever calls this. `compares` decides on every path. */
export async function findDifferences(
  built: string,
  other: OtherSite,
  compares: (path: string) => boolean,
): Promise<Compared> {
  const own = (await listFiles(built)).filter((path) => path !== BUILD && compares(path));
  const differences: string[] = [];
  for (const path of own) {
    const [here, there] = [await readFile(join(built, path)), await other.read(path)];
    if (there === undefined) differences.push(`${path}: is not there.`);
    else if (Buffer.compare(here, there) !== 0) differences.push(`${path}: ${firstDifference(here, there)}`);
  }
  const known = new Set([...own, BUILD]);
  const more = (other.paths ?? []).filter((path) => !known.has(path) && compares(path));
  return {
    files: own.length,
    differences: [...differences, ...more.map((path) => `${path}: was not built here.`)].sort(),
  };
}

function firstDifference(here: Uint8Array, there: Uint8Array): string {
  const at = here.findIndex((byte, place) => byte !== there[place]);
  return `differs from byte ${at === -1 ? here.length : at} on (${there.length} bytes there, ${here.length} here).`;
}

function fetchFrom(address: string): OtherSite['read'] {
  const base = address.endsWith('/') ? address : `${address}/`;
  return async (path) => {
    // A server shows the page of a folder at the folder's own address.
    const asked = path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/');
    const response = await fetch(base + asked, { redirect: 'error' }).catch(() => undefined);
    if (response === undefined || (!response.ok && response.status !== 404))
      throw new RefusedError(
        'input',
        `${base}${asked} did not answer as a site does. Nothing was concluded.`,
      );
    return response.status === 404 ? undefined : new Uint8Array(await response.arrayBuffer());
  };
}
