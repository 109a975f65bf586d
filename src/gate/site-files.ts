/** What the pages may name: files of `dist`, names made of published codes, addresses that the papers declare. */
import type { Facts } from './facts/facts.ts';
import { runsOf } from './files/script-list.ts';
import type { Files } from './read-files.ts';
import type { Root } from './root.ts';

export interface Site {
  readonly root: Root;
  readonly hasFile: (path: string) => boolean;
  /** Whether the digits of a name all come from published codes, ids of releases and records, or class names of the style sheets. */
  readonly isKnownName: (name: string) => boolean;
  readonly isDeclared: (url: string) => boolean;
  /** Every script with its hash and its size, as a page lists them. */
  readonly runs: string;
}

export type Address =
  | { readonly kind: 'fragment'; readonly id: string }
  /** `path` begins with a slash and leads on from the root of the site, or is relative; `id` is empty where there is none. */
  | { readonly kind: 'internal'; readonly path: string; readonly id: string }
  /** A page of the site with its origin: a link for whoever reads it elsewhere, and nothing that a page may load. */
  | { readonly kind: 'absolute'; readonly path: string; readonly id: string }
  /** Another origin, or the same beside the path below which the site stands. */
  | { readonly kind: 'external' };

/** What kind of address a link, script, picture or style sheet names. A file has no queries, so they stay in the path. */
export function parseAddress(text: string, { origin, base }: Root): Address {
  if (origin !== undefined && text.startsWith(origin + base))
    return { kind: 'absolute', ...partsOf(`/${text.slice(origin.length + base.length)}`) };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text)) return { kind: 'external' };
  if (text.startsWith('/') && !text.startsWith(base)) return { kind: 'external' };
  const { path, id } = partsOf(text.startsWith('/') ? `/${text.slice(base.length)}` : text);
  return path === '' ? { kind: 'fragment', id } : { kind: 'internal', path, id };
}

function partsOf(address: string): { readonly path: string; readonly id: string } {
  const [path = '', id = ''] = address.split('#');
  return { path, id };
}

/** `only` is the one release whose pages were built, where it is tried: those of the others are taken to be there. */
export function describeSite(files: Files, facts: Facts, root: Root, only?: string): Site {
  const programs = [...facts.values()];
  const releases = programs.flatMap((program) => [...program.releases.values()]);
  const codes = new Set([
    ...releases.flatMap((release) => [...release.codes]),
    ...programs.flatMap(({ id, releases: own }) => [id, ...own.keys()]),
    ...programs.flatMap(({ recordFields }) => [...recordFields].filter(isId)),
    ...classNames(files),
  ]);
  const texts = [
    ...programs.flatMap(({ texts: own, recordFields }) => [own, recordFields]),
    ...releases.map(({ fields }) => fields),
  ];
  return {
    root,
    hasFile: (path) => files.has(fileOf(path)) || isLeftOut(path, facts, only),
    isKnownName: (name) => isMadeOf(name, codes),
    isDeclared: (url) => texts.some((set) => set.has(url.replace(/^(?:mailto|tel):/, ''))),
    runs: runsOf(files),
  };
}

/** `/en/` is served from `en/index.html`. */
export function fileOf(path: string): string {
  const file = path.replace(/^\//, '');
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

/** Whether a path is one of a page of a release that was not to be built. */
function isLeftOut(path: string, facts: Facts, only: string | undefined): boolean {
  if (only === undefined) return false;
  const [, , program = '', folder, release = ''] = path.split('/');
  return folder === 'releases' && release !== only && (facts.get(program)?.releases.has(release) ?? false);
}

/** An id of the record: `citykey-2025-04-17`. A bare number is none. */
function isId(field: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(field);
}

function classNames(files: Files): string[] {
  const sheets = [...files].filter(([path]) => path.endsWith('.css'));
  return sheets.flatMap(([, bytes]) =>
    [...new TextDecoder().decode(bytes).matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(([, name = '']) => name),
  );
}

/** Whether no digit is left once the codes are taken out, longest first, each between dashes or at an end. */
function isMadeOf(name: string, codes: ReadonlySet<string>): boolean {
  if (!/\p{N}/u.test(name) || codes.has(name)) return true;
  const parts = name.split(/(?=-)|(?<=-)/);
  for (let length = parts.length; length > 0; length -= 1) {
    for (let start = 0; start + length <= parts.length; start += 1) {
      const middle = parts.slice(start, start + length).join('');
      if (!/\p{N}/u.test(middle) || !codes.has(middle)) continue;
      return (
        isMadeOf(parts.slice(0, start).join(''), codes) &&
        isMadeOf(parts.slice(start + length).join(''), codes)
      );
    }
  }
  return false;
}
