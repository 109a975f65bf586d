/**
 * `CITATION.cff` of a release, which reference managers read: Citation File Format 1.2.0
 * (https://citation-file-format.github.io). It is YAML, in which every JSON text is a text too.
 */
import { releasePlace } from '../formats/site/site-paths.ts';
import type { SealedRelease } from '../release/release.ts';
import {
  addressIn,
  type Catalog,
  type CatalogProgram,
  keywordsOf,
  pagesLanguage,
  publisherOf,
} from './catalog.ts';

const CITE = 'Please cite these figures with the name of the release, which never changes.';
const INVENTED =
  'These figures are invented. Cite them as an example of Daylight, never as figures of a city.';

/** The licence with a name in the list of SPDX (https://spdx.org/licenses), by its address; any other stands by that. */
const CC_BY = { address: 'https://creativecommons.org/licenses/by/4.0/', name: 'CC-BY-4.0' } as const;

export function citationFile(
  catalog: Catalog,
  own: CatalogProgram,
  { release, seal, datapackage }: SealedRelease,
): string {
  const { program, days } = own;
  const day = days.get(release);
  const { url } = program.licence;
  const author = publisherOf(catalog, program) ?? `${program.city} (invented)`;
  const page = addressIn(catalog, `${releasePlace(pagesLanguage(program), program.id, release)}data/`);
  return [
    line('cff-version', '1.2.0'),
    line('message', program.nature === 'invented' ? INVENTED : CITE),
    line('type', 'dataset'),
    line('title', datapackage.title),
    line('version', release),
    ...(day === undefined ? [] : [line('date-released', day)]),
    'authors:',
    `  - ${line('name', author)}`,
    line('abstract', datapackage.description),
    'keywords:',
    ...keywordsOf(own).map((word) => `  - ${JSON.stringify(word)}`),
    url === CC_BY.address ? line('license', CC_BY.name) : line('license-url', url),
    ...(catalog.site === undefined ? [] : [line('url', page)]),
    'identifiers:',
    `  - ${line('type', 'other')}`,
    `    ${line('value', `sha256:${seal.hash}`)}`,
    `    ${line('description', 'SHA-256 of the SHA256SUMS of the release')}`,
    '',
  ].join('\n');
}

function line(key: string, text: string): string {
  return `${key}: ${JSON.stringify(text)}`;
}
