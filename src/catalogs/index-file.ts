/** `index.json`: every program of a site, its releases, and which of them is the newest, for programs that look for more than pages. */

import {
  apiPlace,
  archivePlace,
  cellsPlace,
  citationPlace,
  feedPlace,
  latestFilePlace,
  programPlace,
  recordFilePlace,
  releaseArchivePlace,
  releaseFilePlace,
  workbookPlace,
} from '../formats/site/site-paths.ts';
import { closingDay } from '../program/schedule.ts';
import { formatJson } from '../reading/json-file.ts';
import { DATAPACKAGE } from '../release/layout.ts';
import type { SealedRelease } from '../release/release.ts';
import { addressIn, type Catalog, type CatalogProgram, hasFiles } from './catalog.ts';
import { DATA_JSON } from './dcat-us.ts';

export const INDEX = 'index.json';
export const OPEN_API = 'openapi.json';

export function indexFile(catalog: Catalog): string {
  return formatJson({
    openapi: addressIn(catalog, OPEN_API),
    catalog: catalog.site === undefined ? null : addressIn(catalog, DATA_JSON),
    programs: catalog.programs.map((own) => programOf(catalog, own)),
  });
}

function programOf(catalog: Catalog, own: CatalogProgram) {
  const { program, releases, record, days } = own;
  const { id, name, city, nature, standing, languages, licence } = program;
  const newest = releases.at(-1)?.release;
  const inLanguages = (place: (language: string) => string) => addressesIn(catalog, languages, place);
  return {
    program: id,
    name,
    city,
    synthetic: nature === 'invented',
    standing,
    licence,
    pages: inLanguages((language) => programPlace(language, id)),
    feeds: newest === undefined ? {} : inLanguages((language) => feedPlace(language, id)),
    latest:
      newest === undefined
        ? null
        : { release: newest, datapackage: addressIn(catalog, latestFilePlace(id, DATAPACKAGE)) },
    releases: releases.map((sealed) => ({
      ...releaseOf(catalog, id, languages, sealed),
      published: days.get(sealed.release) ?? null,
    })),
    record: record.map((file) => addressIn(catalog, recordFilePlace(id, file))),
    everything: hasFiles(own) ? addressIn(catalog, archivePlace(id)) : null,
  };
}

function releaseOf(
  catalog: Catalog,
  program: string,
  languages: readonly string[],
  { release, seal, cubes }: SealedRelease,
) {
  return {
    release,
    closes: closingDay(release),
    hash: seal.hash,
    datapackage: addressIn(catalog, releaseFilePlace(program, release, DATAPACKAGE)),
    zip: addressIn(catalog, releaseArchivePlace(program, release)),
    xlsx: addressIn(catalog, workbookPlace(program, release)),
    citation: addressIn(catalog, citationPlace(program, release)),
    api: addressesIn(catalog, languages, (language) => apiPlace(language, program, release, 'index.json')),
    cells: Object.fromEntries(
      [...cubes.keys()].map((measure) => [
        measure,
        addressIn(catalog, cellsPlace(program, release, measure)),
      ]),
    ),
  };
}

/** By language. */
function addressesIn(
  catalog: Catalog,
  languages: readonly string[],
  place: (language: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(languages.map((language) => [language, addressIn(catalog, place(language))]));
}
