// The description of what programs read: as OpenAPI asks, with schemas that the files of a site keep.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { cellsFiles, siteFiles } from '../../src/catalogs/catalog-files.ts';
import { formatPrograms } from '../../src/formats/releases-file.ts';
import { listPublished } from '../../src/release/list-published.ts';
import { apiFiles } from '../../src/site/files/api-files.ts';
import { type ReleaseView, viewOf, withCells } from '../../src/site/view.ts';
import { fixtureSite } from '../site/fixture.ts';
import { BELOW_A_PATH, catalogAt } from './fixture.ts';
import { OPEN_API_3_1 } from './open-api-profile.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly $ref: string }[];
}
interface Description {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly parameters: Readonly<Record<string, { readonly schema: { readonly enum: readonly string[] } }>>;
  };
}

const text = siteFiles(catalogAt(BELOW_A_PATH)).get('openapi.json') ?? '';
const described = JSON.parse(text) as Description;

function faultsOf(schema: object, value: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true, validateFormats: false });
  ajv.validate(schema, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('openapi.json is OpenAPI 3.1, below the path of the site', () => {
  expect(faultsOf(OPEN_API_3_1, described)).toEqual([]);
  expect(described.servers).toEqual([{ url: 'https://org.example.org/daylight/' }]);
  const [path = ''] = Object.keys(described.paths);
  const broken = { ...described, paths: { [path.slice(1)]: described.paths[path] } };
  expect(faultsOf(OPEN_API_3_1, broken)).not.toEqual([]);
});

test('every reference leads to what is there, every name in a path is a parameter, no two operations have one name', () => {
  for (const [, kind = '', name = ''] of text.matchAll(/#\/components\/(\w+)\/([\w.-]+)"/g))
    expect(described.components[kind as 'schemas' | 'parameters'][name], name).toBeDefined();
  for (const [path, { get }] of Object.entries(described.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `#/components/parameters/${name}`);
    expect((get.parameters ?? []).map(({ $ref }) => $ref).sort(), path).toEqual(named.sort());
  }
  const ids = Object.values(described.paths).map(({ get }) => get.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a parameter has the values that occur', () => {
  const values = Object.entries(described.components.parameters).map(([name, { schema }]) => [
    name,
    schema.enum,
  ]);
  expect(Object.fromEntries(values)).toMatchObject({
    program: ['harbour-id', 'quay-card'],
    release: ['2024-Q3', '2024-Q4'],
    measure: ['cards-issued', 'records-held'],
  });
});

test('a site without a release describes its lists alone', () => {
  const { programs } = catalogAt(undefined);
  const bare = siteFiles({
    site: undefined,
    programs: programs.filter(({ releases }) => releases.length === 0),
  });
  const alone = JSON.parse(bare.get('openapi.json') ?? '');
  expect(faultsOf(OPEN_API_3_1, alone)).toEqual([]);
  expect(Object.keys(alone.paths)).toEqual(['/index.json', '/programs.json']);
});

test('the files that a site serves keep the schemas', () => {
  const site = fixtureSite();
  const view = withCells(viewOf(site, 'en')) as ReleaseView;
  const [index, ...measures] = apiFiles(view).map((file) => JSON.parse(file.text));
  const cells = [...cellsFiles(catalogAt(BELOW_A_PATH)).values()].map((file) => JSON.parse(file));
  const served: readonly (readonly [schema: string, value: unknown])[] = [
    ['Index', JSON.parse(siteFiles(catalogAt(BELOW_A_PATH)).get('index.json') ?? '')],
    ['Programs', JSON.parse(formatPrograms(['quay-card']))],
    ['Releases', JSON.parse(listPublished({ ...site, record: ['figures.csv'] }))],
    ['Release', index],
    ...measures.map((file) => ['Measure', file] as const),
    ...cells.map((file) => ['Cells', file] as const),
    ['DataPackage', view.release.datapackage],
  ];
  expect(measures.length).toBeGreaterThan(1);
  expect(cells.length).toBeGreaterThan(1);
  for (const [name, value] of served) {
    const schema = described.components.schemas[name];
    expect(schema && faultsOf(schema, value), name).toEqual([]);
  }
  const schema = described.components.schemas.Cells ?? {};
  expect(
    faultsOf(schema, { ...cells[0], cells: [{ cell: 'a|b', count: -1, status: '', note: null }] }),
  ).not.toEqual([]);
});
