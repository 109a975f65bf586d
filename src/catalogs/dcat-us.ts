/**
 * `data.json`, by which the catalogs of states and of the federal government harvest a site: DCAT-US 1.1, the form for others
 * than federal agencies (https://resources.data.gov/resources/dcat-us/). A dataset for each program, and every file of each of
 * its releases as a distribution, all from the releases' `datapackage.json`. Programs whose figures are invented stay out:
 * catalogs show a dataset by its title alone, among real ones.
 */

import { SOURCE_LANGUAGE } from '../figures/locale.ts';
import {
  archivePlace,
  programPlace,
  recordFilePlace,
  releaseArchivePlace,
  releaseFilePlace,
  workbookPlace,
} from '../formats/site/site-paths.ts';
import { firstMonth, monthCode } from '../program/period.ts';
import { closingDay } from '../program/schedule.ts';
import { formatJson } from '../reading/json-file.ts';
import { DATAPACKAGE } from '../release/layout.ts';
import type { SealedRelease } from '../release/release.ts';
import {
  addressIn,
  type Catalog,
  type CatalogProgram,
  hasFiles,
  keywordsOf,
  pagesLanguage,
  publisherOf,
} from './catalog.ts';

export const DATA_JSON = 'data.json';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Undefined where the build does not know the address of the site, since every address in it is whole. */
export function dataJson(catalog: Catalog): string | undefined {
  if (catalog.site === undefined) return undefined;
  return formatJson({
    '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
    '@id': addressIn(catalog, DATA_JSON),
    '@type': 'dcat:Catalog',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    describedBy: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json',
    dataset: datasetsOf(catalog),
  });
}

/** One for each program that has files and whose figures are real. */
export function datasetsOf(catalog: Catalog): CatalogDataset[] {
  return catalog.programs
    .filter((own) => own.program.nature === 'real' && hasFiles(own))
    .map((own) => datasetOf(catalog, own));
}

export type CatalogDataset = ReturnType<typeof datasetOf>;
export type CatalogFile = ReturnType<typeof file> & {
  readonly describedBy?: string;
  readonly describedByType?: string;
};

function datasetOf(catalog: Catalog, own: CatalogProgram) {
  const { program, releases, days } = own;
  const [first, newest] = [releases[0], releases.at(-1)];
  const issued = first && days.get(first.release);
  const publisher = publisherOf(catalog, program) ?? '';
  const email = program.contact?.email;
  return {
    '@type': 'dcat:Dataset',
    identifier: `urn:daylight:${program.id}`,
    title:
      newest === undefined
        ? `${program.name}, ${program.city}: the record`
        : `${program.name}, ${program.city}`,
    description: newest?.datapackage.description ?? `${program.summary} ${program.standing}`,
    keyword: keywordsOf(own),
    ...(issued === undefined ? {} : { issued }),
    ...(newest === undefined ? {} : { modified: days.get(newest.release) ?? closingDay(newest.release) }),
    publisher: { '@type': 'org:Organization', name: publisher },
    contactPoint: {
      '@type': 'vcard:Contact',
      fn: program.contact?.name ?? publisher,
      ...(email === undefined ? {} : { hasEmail: `mailto:${email}` }),
    },
    accessLevel: 'public',
    license: program.licence.url,
    rights: program.licence.name.slice(0, RIGHTS_LENGTH),
    spatial: program.city,
    ...temporalOf(newest),
    accrualPeriodicity: program.schedule === undefined ? 'irregular' : QUARTERLY,
    language: [SOURCE_LANGUAGE],
    landingPage: addressIn(catalog, programPlace(pagesLanguage(program), program.id)),
    distribution: [
      ...releases.toReversed().flatMap((release) => releaseFiles(catalog, program.id, release)),
      ...recordFiles(catalog, own),
    ],
  };
}

/** The longest that the form allows. */
const RIGHTS_LENGTH = 255;

/** A release closes a quarter. */
const QUARTERLY = 'R/P3M';

/** From the first day that is counted to the last. */
function temporalOf(newest: SealedRelease | undefined): { readonly temporal?: string } {
  const period = newest?.declaration.period;
  if (newest === undefined || period === undefined) return {};
  return { temporal: `${monthCode(firstMonth(period))}-01/${closingDay(newest.release)}` };
}

function releaseFiles(
  catalog: Catalog,
  program: string,
  { release, datapackage }: SealedRelease,
): CatalogFile[] {
  const describedBy = addressIn(catalog, releaseFilePlace(program, release, DATAPACKAGE));
  const described = { describedBy, describedByType: 'application/json' };
  const whole = (title: string, place: string, mediaType: string, format: string) =>
    file(`${release}: ${title}`, addressIn(catalog, place), { mediaType, format });
  return [
    ...datapackage.resources.map(({ title, path, mediatype: mediaType }) => ({
      ...file(`${release}: ${title}`, addressIn(catalog, releaseFilePlace(program, release, path)), {
        mediaType,
        format: 'CSV',
      }),
      ...described,
    })),
    whole('all files', releaseArchivePlace(program, release), 'application/zip', 'ZIP'),
    whole('all files as one workbook', workbookPlace(program, release), XLSX, 'XLSX'),
  ];
}

function recordFiles(catalog: Catalog, { program: { id }, record }: CatalogProgram): CatalogFile[] {
  const csv = { mediaType: 'text/csv', format: 'CSV' };
  return [
    ...record.map((name) =>
      file(`What others published: ${name}`, addressIn(catalog, recordFilePlace(id, name)), csv),
    ),
    file('Everything in one file', addressIn(catalog, archivePlace(id)), {
      mediaType: 'application/zip',
      format: 'ZIP',
    }),
  ];
}

function file(title: string, downloadURL: string, form: { mediaType: string; format: string }) {
  return { '@type': 'dcat:Distribution', title, downloadURL, ...form };
}
