/**
 * What a page on data says of its dataset to search engines: schema.org's Dataset as JSON-LD (https://schema.org/Dataset), from
 * the `datapackage.json` of the release that the page shows. It is data in the page, and runs nothing.
 */

import {
  programPlace,
  recordFilePlace,
  releaseArchivePlace,
  releaseFilePlace,
  releasePlace,
  workbookPlace,
} from '../formats/site/site-paths.ts';
import { firstMonth, monthCode } from '../program/period.ts';
import { closingDay } from '../program/schedule.ts';
import { publishedMeasures } from '../release/layout.ts';
import type { SealedRelease } from '../release/release.ts';
import {
  addressIn,
  type Catalog,
  type CatalogProgram,
  keywordsOf,
  marked,
  publisherOf,
  SYNTHETIC,
  siteNameOf,
} from './catalog.ts';

export interface DatasetPage {
  readonly language: string;
  /** Undefined on the page of the newest release, or of a record. */
  readonly frozen: string | undefined;
}

/** Undefined where the build does not know the address of the site. */
export function datasetText(catalog: Catalog, own: CatalogProgram, page: DatasetPage): string | undefined {
  if (catalog.site === undefined) return undefined;
  const { program, releases } = own;
  const shown = releases.find(({ release }) => release === page.frozen) ?? releases.at(-1);
  const publisher = publisherOf(catalog, program);
  return inPage({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: marked(shown?.datapackage.title ?? `${program.name}, ${program.city}: the record`, program),
    description: marked(shown?.datapackage.description ?? `${program.summary} ${program.standing}`, program),
    url: addressIn(catalog, pageOf(program.id, page)),
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: program.licence.url,
    ...(publisher === undefined
      ? { creativeWorkStatus: SYNTHETIC }
      : {
          publisher: { '@type': 'Organization', name: publisher },
          creator: { '@type': 'Organization', name: publisher },
        }),
    keywords: keywordsOf({ ...own, releases: shown === undefined ? [] : [shown] }),
    spatialCoverage: { '@type': 'Place', name: marked(program.city, program) },
    ...(shown === undefined ? {} : ofRelease(shown)),
    includedInDataCatalog: { '@type': 'DataCatalog', name: siteNameOf(catalog), url: addressIn(catalog, '') },
    distribution: [
      ...(shown === undefined ? [] : releaseDownloads(catalog, program.id, shown)),
      ...own.record.map((file) => download(addressIn(catalog, recordFilePlace(program.id, file)), file, CSV)),
    ],
  });
}

function pageOf(program: string, { language, frozen }: DatasetPage): string {
  return `${frozen === undefined ? programPlace(language, program) : releasePlace(language, program, frozen)}data/`;
}

function ofRelease(shown: SealedRelease): object {
  const { release, seal, declaration, datapackage } = shown;
  const { period } = declaration;
  return {
    version: release,
    identifier: `sha256:${seal.hash}`,
    ...(period && {
      temporalCoverage: `${monthCode(firstMonth(period))}-01/${closingDay(release)}`,
    }),
    variableMeasured: publishedMeasures(shown).map(({ label, unit }) => ({
      '@type': 'PropertyValue',
      name: label,
      unitText: unit,
    })),
    isBasedOn: datapackage.sources.flatMap(({ path }) => (path === undefined ? [] : [path])),
  };
}

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function releaseDownloads(
  catalog: Catalog,
  program: string,
  { release, datapackage }: SealedRelease,
): object[] {
  return [
    ...datapackage.resources.map(({ path, title, bytes, hash, mediatype }) => ({
      ...download(addressIn(catalog, releaseFilePlace(program, release, path)), title, mediatype),
      contentSize: `${bytes} B`,
      sha256: hash.replace(/^sha256:/, ''),
    })),
    download(addressIn(catalog, releaseArchivePlace(program, release)), 'All files', 'application/zip'),
    download(addressIn(catalog, workbookPlace(program, release)), 'All files as one workbook', XLSX),
  ];
}

function download(contentUrl: string, name: string, encodingFormat: string) {
  return { '@type': 'DataDownload', name, encodingFormat, contentUrl };
}

/** In one line, and without a sign that could end the element that holds it. */
function inPage(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
