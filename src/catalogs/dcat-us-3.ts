/**
 * `dcat-us.json`: what `data.json` says, in the form that comes after it, DCAT-US 3.0 (https://github.com/GSA/dcat-us). It asks for an
 * e-mail address of whom to write to, so that programs without one are in `data.json` alone.
 */
import { SOURCE_LANGUAGE } from '../figures/locale.ts';
import { formatJson } from '../reading/json-file.ts';
import { addressIn, type Catalog, siteNameOf } from './catalog.ts';
import { type CatalogDataset, type CatalogFile, datasetsOf } from './dcat-us.ts';

export const DCAT_US_3 = 'dcat-us.json';

/** Undefined where the build does not know the address of the site, since every address in it is whole. */
export function dcatUs3(catalog: Catalog): string | undefined {
  if (catalog.site === undefined) return undefined;
  return formatJson({
    '@context': 'https://raw.githubusercontent.com/DOI-DO/dcat-us/main/context/dcat-us-3.0.jsonld',
    '@id': addressIn(catalog, DCAT_US_3),
    '@type': 'Catalog',
    title: siteNameOf(catalog),
    conformsTo: { '@type': 'Standard', title: 'DCAT-US 3.0' },
    language: [SOURCE_LANGUAGE],
    dataset: datasetsOf(catalog).flatMap(datasetOf),
  });
}

function datasetOf(told: CatalogDataset): object[] {
  const { contactPoint, publisher, temporal, issued, modified, rights, license } = told;
  const { fn, hasEmail } = contactPoint;
  if (hasEmail === undefined) return [];
  const { identifier, title, description, keyword, accessLevel, landingPage, language } = told;
  return [
    {
      '@type': 'Dataset',
      identifier,
      title,
      description,
      keyword,
      ...(issued === undefined ? {} : { issued }),
      ...(modified === undefined ? {} : { modified }),
      publisher: { '@type': 'Organization', name: publisher.name, prefLabel: publisher.name },
      contactPoint: { '@type': 'Kind', fn, hasEmail },
      accessRights: accessLevel,
      rights: [rights],
      spatial: [{ '@type': 'Location', prefLabel: told.spatial }],
      ...(temporal === undefined ? {} : { temporal: [periodOf(temporal)] }),
      accrualPeriodicity: told.accrualPeriodicity,
      language,
      landingPage: { '@type': 'Document', title, accessURL: landingPage },
      distribution: told.distribution.map((file) => distributionOf(file, license)),
    },
  ];
}

/** `2023-01-01/2024-12-31`. */
function periodOf(temporal: string): object {
  const [startDate, endDate] = temporal.split('/');
  return { '@type': 'PeriodOfTime', startDate, endDate };
}

function distributionOf(
  { title, downloadURL, mediaType, describedBy, describedByType }: CatalogFile,
  license: string,
): object {
  return {
    '@type': 'Distribution',
    title,
    downloadURL,
    mediaType,
    license,
    ...(describedBy === undefined
      ? {}
      : {
          describedBy: {
            '@type': 'Distribution',
            title: 'What every column means',
            downloadURL: describedBy,
            mediaType: describedByType,
          },
        }),
  };
}
