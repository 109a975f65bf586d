/**
 * Files that an earlier build left and its gate has checked, by their hashes: the same code read them then, with the same facts
 * (run/build/page-keys.ts). What they lead to may be gone since, so that is looked up anew.
 */
import { z } from 'astro/zod';
import { sha256 } from '../release/hash.ts';
import type { Finding } from './finding.ts';
import type { Files } from './read-files.ts';
import { parseAddress, type Site } from './site-files.ts';

const sumsSchema = z.record(z.string(), z.string());

/** Paths of files that are as `sums` (JSON, SHA-256 by path) has them; none where one of them is not. */
export function unchangedFiles(sums: string, files: Files): ReadonlySet<string> {
  const known = Object.entries(sumsSchema.parse(JSON.parse(sums)));
  const isSame = known.every(([path, hash]) => {
    const bytes = files.get(path);
    return bytes !== undefined && sha256(bytes) === hash;
  });
  return new Set(isSame ? known.map(([path]) => path) : []);
}

const NAMED = /\b(?:href|src|component-url|renderer-url|data)(?:="|":\s?")([^"]*)"/g;

/** Addresses of the site in a page or a file at which there is nothing. */
export function deadAddresses(file: string, text: string, site: Site): Finding[] {
  const named = new Set(
    [...text.matchAll(NAMED)].map(([, address = '']) => address.replaceAll('&amp;', '&')),
  );
  const dead = [...named].filter((address) => {
    const found = parseAddress(address, site.root);
    return (found.kind === 'internal' || found.kind === 'absolute') && !site.hasFile(found.path);
  });
  return dead.map((what) => ({ file, where: '', what, why: 'There is nothing at this address any more.' }));
}
