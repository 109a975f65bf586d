/**
 * `openapi.json`: the files of a site that programs read, as an OpenAPI 3.1 description (https://spec.openapis.org/oas/v3.1.0).
 * All of it is static: every answer is a file, there is no query, and nothing is asked of who reads it.
 */

import { PROGRAMS, RELEASES } from '../formats/releases-file.ts';
import { formatJson } from '../reading/json-file.ts';
import { publishedMeasures } from '../release/layout.ts';
import { API_SCHEMAS } from './api-schemas.ts';
import { addressIn, type Catalog, siteNameOf } from './catalog.ts';
import { INDEX } from './index-file.ts';

export function openApi(catalog: Catalog): string {
  const released = catalog.programs.filter(({ releases }) => releases.length > 0);
  return formatJson({
    openapi: '3.1.0',
    info: {
      title: siteNameOf(catalog),
      version: VERSION,
      description: aboutOf(catalog),
    },
    servers: [{ url: addressIn(catalog, '') }],
    paths: {
      [`/${INDEX}`]: json('listEverything', 'Every program, its releases, and the newest of each', 'Index'),
      [`/${PROGRAMS}`]: json('listPrograms', 'The programs that have releases', 'Programs'),
      ...(released.length === 0 ? {} : RELEASED_PATHS),
    },
    components: {
      schemas: API_SCHEMAS,
      ...(released.length === 0 ? {} : { parameters: parametersOf(released) }),
    },
  });
}

/** Of this form of the addresses. */
const VERSION = '2';

function aboutOf({ programs }: Catalog): string {
  const invented = programs
    .filter(({ program }) => program.nature === 'invented')
    .map(({ program }) => program.id);
  const synthetic =
    invented.length === 0 ? '' : ` Synthetic data, all figures invented: ${invented.join(', ')}.`;
  return `Published counts of municipal ID programs, as static files. A count that is null, or empty in CSV, is hidden to protect people (status c), cannot be otherwise than zero (z), or is not available (x).${synthetic}`;
}

type Named = 'language' | 'program' | 'release' | 'measure' | 'table';

const RELEASED_PATHS = {
  [`/{program}/${RELEASES}`]: json('listReleases', 'Releases, recalls and signers of a program', 'Releases', [
    'program',
  ]),
  '/{language}/{program}/releases/{release}/api/index.json': json(
    'describeRelease',
    'What a release counts, by what, with labels in a language',
    'Release',
    ['language', 'program', 'release'],
  ),
  '/{language}/{program}/releases/{release}/api/{measure}.json': json(
    'describeMeasure',
    'The same of one measure, and where its cells are',
    'Measure',
    ['language', 'program', 'release', 'measure'],
  ),
  '/{program}/releases/{release}/api/{measure}.json': json(
    'readMeasure',
    'Every published or hidden cell of a measure, for all languages',
    'Cells',
    ['program', 'release', 'measure'],
  ),
  '/{program}/releases/{release}/files/datapackage.json': json(
    'describeFiles',
    'The Data Package of a release: every file with its columns and its hash',
    'DataPackage',
    ['program', 'release'],
  ),
  '/{program}/releases/{release}/files/cubes/{measure}.csv': csv(
    'readCube',
    'Every cell of a measure, as sealed',
    ['program', 'release', 'measure'],
  ),
  '/{program}/releases/{release}/files/tables/{table}.csv': csv(
    'readTable',
    'A table of a release, as sealed',
    ['program', 'release', 'table'],
  ),
  '/{program}/latest/tables/{table}.csv': csv('readNewestTable', 'A table of the newest release', [
    'program',
    'table',
  ]),
};

function json(
  operationId: string,
  summary: string,
  schema: keyof typeof API_SCHEMAS,
  named: readonly Named[] = [],
) {
  return path(operationId, summary, named, {
    'application/json': { schema: { $ref: `#/components/schemas/${schema}` } },
  });
}

function csv(operationId: string, summary: string, named: readonly Named[]) {
  return path(operationId, summary, named, { 'text/csv': { schema: { type: 'string' } } });
}

function path(operationId: string, summary: string, named: readonly Named[], content: object) {
  const parameters = named.map((name) => ({ $ref: `#/components/parameters/${name}` }));
  const responses = {
    '200': { description: 'The file.', content },
    '404': { description: 'There is no such file.' },
  };
  return { get: { operationId, summary, ...(parameters.length === 0 ? {} : { parameters }), responses } };
}

/** Not every value goes with every other: `index.json` says which do. */
function parametersOf(released: Catalog['programs']) {
  const shapes = released.flatMap(({ releases }) => releases);
  const values: Readonly<Record<Named, readonly string[]>> = {
    language: released.flatMap(({ program }) => program.languages),
    program: released.map(({ program }) => program.id),
    release: shapes.map(({ release }) => release),
    measure: shapes.flatMap((shape) => publishedMeasures(shape).map(({ id }) => id)),
    table: shapes.flatMap(({ declaration }) => declaration.tables.map(({ id }) => id)),
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, all]) => [
      name,
      { name, in: 'path', required: true, schema: { type: 'string', enum: [...new Set(all)] } },
    ]),
  );
}
