/** All files that are made of a catalog alone, by path: the build writes them, and the gate makes them again. */
import { formatApi } from '../formats/site/api-file.ts';
import { cellsFile } from '../formats/site/cells-file.ts';
import { cellsPlace, citationPlace } from '../formats/site/site-paths.ts';
import { PROGRAM_SCHEMA, programJsonSchema } from '../program/program-schema.ts';
import { formatJson } from '../reading/json-file.ts';
import { provedRanges } from '../release/proved-ranges.ts';
import type { Catalog } from './catalog.ts';
import { citationFile } from './citation-file.ts';
import { DATA_JSON, dataJson } from './dcat-us.ts';
import { DCAT_US_3, dcatUs3 } from './dcat-us-3.ts';
import { INDEX, indexFile, OPEN_API } from './index-file.ts';
import { openApi } from './open-api.ts';
import { ROBOTS, robotsFile } from './robots.ts';

/** Of the whole site. */
export function siteFiles(catalog: Catalog): Map<string, string> {
  const harvested = [
    [DATA_JSON, dataJson(catalog)],
    [DCAT_US_3, dcatUs3(catalog)],
  ] as const;
  return new Map([
    [INDEX, indexFile(catalog)],
    [OPEN_API, openApi(catalog)],
    [ROBOTS, robotsFile(catalog)],
    [PROGRAM_SCHEMA, formatJson(programJsonSchema())],
    ...harvested.flatMap(([place, text]) => (text === undefined ? [] : [[place, text] as const])),
  ]);
}

/** Of each release every measure's cells. */
export function cellsFiles(catalog: Catalog): Map<string, string> {
  return new Map(
    catalog.programs.flatMap(({ program: { id, nature }, releases }) =>
      releases.flatMap((release) => {
        const proved = provedRanges(release);
        return [...release.cubes].map(([measure, cells]) => [
          cellsPlace(id, release.release, measure),
          formatApi(cellsFile(measure, cells, nature, proved)),
        ]);
      }),
    ),
  );
}

/** One of each release. */
export function citationFiles(catalog: Catalog): Map<string, string> {
  return new Map(
    catalog.programs.flatMap((own) =>
      own.releases.map((release) => [
        citationPlace(own.program.id, release.release),
        citationFile(catalog, own, release),
      ]),
    ),
  );
}
