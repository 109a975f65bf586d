/** The index of the search: only what pages print, every number with its origin, every address one of the site. */

import { searchIndexSchema } from '../../formats/site/search-index.ts';
import { formatJson } from '../../reading/json-file.ts';
import { placesOf } from '../facts/cell-data.ts';
import type { Finding } from '../finding.ts';
import type { Place } from '../places.ts';

export function isSearchIndex(path: string): boolean {
  return /^[^/]+\/search\/index\.json$/.test(path);
}

/** A file in another form is refused whole. */
export function readSearchIndex(
  file: string,
  text: string,
): { readonly findings: readonly Finding[]; readonly places: readonly Place[] } {
  const pages = searchIndexSchema.safeParse(parseOrNothing(text));
  if (!pages.success || formatJson(pages.data) !== text) {
    const why = 'The index of the search is not in the form that Daylight writes.';
    return { findings: [{ file, where: '', what: '', why }], places: [] };
  }
  return { findings: [], places: placesOf(pages.data, '') };
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
