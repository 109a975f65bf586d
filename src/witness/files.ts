/** Published files as somebody has them: of one program, each release in a folder of its own. */

export type Files = ReadonlyMap<string, Uint8Array>;

export interface FoundRelease {
  /** What it goes by until its own files say which it is. */
  readonly name: string;
  /** By path inside it. */
  readonly files: Files;
}

export interface FoundFiles {
  readonly releases: readonly FoundRelease[];
  /** All others, by path beside `releases/`: `releases.json`, `record/figures.csv`. */
  readonly beside: Files;
}

/** Why files cannot be looked at; nothing was concluded from them. */
export type Refusal =
  /** None of them is `SHA256SUMS`. */
  | 'no-release'
  /** They are of more than one program. */
  | 'several'
  /** A name leads out of the folder, or stands for two files. */
  | 'name'
  /** More than a browser should read. */
  | 'size'
  /** No zip, or a broken one. */
  | 'zip';

export class RefusedFiles extends Error {
  readonly why: Refusal;
  /** What is refused: a name, where there is one. */
  readonly what: string;

  constructor(why: Refusal, what = '') {
    super(`${why} ${what}`);
    this.why = why;
    this.what = what;
  }
}

/** All that is looked at at once; the files of a program are some megabytes. */
export const MOST_BYTES = 200_000_000;

/** Refuses before anything is read. */
export function refuseSize(sizes: readonly { readonly path: string; readonly bytes: number }[]): void {
  const largest = sizes.find(({ bytes }) => !(bytes <= MOST_BYTES));
  if (largest !== undefined) throw new RefusedFiles('size', largest.path);
  if (sizes.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) throw new RefusedFiles('size');
}

/** A name is a path inside a folder and nothing else, written in one way. */
export function refuseNames(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const climbs = path.split('/').some((part) => part === '' || part === '.' || part === '..');
    if (climbs || /[\\:\0]/.test(path) || seen.has(path)) throw new RefusedFiles('name', path);
    seen.add(path);
  }
}

const SUMS = /^(.*?)((?:releases\/[^/]+\/(?:files\/)?)?)SHA256SUMS$/;

/** Files as they were unpacked or downloaded, below whatever folders; `latest/` repeats a release and is left out. */
export function findReleases(files: Files): FoundFiles {
  const found = [...files.keys()].flatMap((path) => {
    const [, root = '', folder = ''] = SUMS.exec(path) ?? ['', '/'];
    return root === '/' || /(?:^|\/)latest\/$/.test(root) ? [] : [{ root, folder: root + folder }];
  });
  const roots = new Set(found.map(({ root }) => root));
  const [root] = roots;
  if (root === undefined) throw new RefusedFiles('no-release');
  if (roots.size > 1) throw new RefusedFiles('several', [...roots].join(' '));
  const folders = found.map(({ folder }) => folder);
  const beside = [...files].filter(
    ([path]) => path.startsWith(root) && !folders.some((folder) => path.startsWith(folder)),
  );
  return {
    releases: folders.map((folder) => ({ name: folder || 'SHA256SUMS', files: inside(files, folder) })),
    beside: new Map(beside.map(([path, bytes]) => [path.slice(root.length), bytes])),
  };
}

function inside(files: Files, folder: string): Files {
  return new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), bytes]] : [],
    ),
  );
}
