// Every release that ships is a valid Data Package, and each of its tables is as its own schema says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Datapackage, Field, Resource } from '../../src/formats/datapackage-file.ts';
import { DATA_PACKAGE_2 } from './data-package-profile.ts';
import { PROGRAM_IDS, PROGRAMS_FOLDER, readProgram } from './programs.ts';

const folders = PROGRAM_IDS.filter((id) => readProgram(id).releases.length > 0).flatMap((id) =>
  readdirSync(join(PROGRAMS_FOLDER, id, 'releases')).map((release) =>
    join(PROGRAMS_FOLDER, id, 'releases', release),
  ),
);

const validate = new Ajv({ allErrors: true }).compile(DATA_PACKAGE_2);

function faultsOf(descriptor: unknown): string[] {
  validate(descriptor);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What of a value is not as its field says; nothing of a missing value that may be. */
function faultOf(value: string, { type, constraints = {} }: Field): string {
  if (value === '') return constraints.required === true ? 'is required' : '';
  if (type === 'integer' && !/^-?\d+$/.test(value)) return 'is no integer';
  if (constraints.minimum !== undefined && Number(value) < constraints.minimum) return 'is below the least';
  if (constraints.enum !== undefined && !constraints.enum.includes(value)) return 'is not in the enum';
  return '';
}

/** What of a table is not as its schema says: columns, values, rows that have the same key. */
function tableFaults({ path, schema: { fields, primaryKey } }: Resource, text: string): string[] {
  const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  if (header.join() !== fields.map(({ name }) => name).join()) return [`${path}: other columns`];
  const values = rows.flatMap((row, line) =>
    fields.flatMap((field, column) => {
      const fault = faultOf(row[column] ?? '', field);
      return fault === '' ? [] : [`${path} row ${line + 2}: ${field.name} ${fault}`];
    }),
  );
  const keys = rows.map((row) => primaryKey?.map((name) => row[header.indexOf(name)]).join('|'));
  const repeats = primaryKey !== undefined && new Set(keys).size < rows.length;
  return repeats ? [...values, `${path}: rows with the same key`] : values;
}

describe.each(folders)('%s', (folder) => {
  const descriptor: Datapackage = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));

  test('datapackage.json is a Data Package 2.0', () => {
    expect(faultsOf(descriptor)).toEqual([]);
  });

  test('every table has the columns, values and keys that its schema names', () => {
    const faults = descriptor.resources.flatMap((resource) =>
      tableFaults(resource, readFileSync(join(folder, resource.path), 'utf8')),
    );
    expect(faults).toEqual([]);
  });
});

test('an empty primary key, an empty enum and a path that climbs out are no Data Package', () => {
  const resource = (path: string, schema: object) => ({
    resources: [{ name: 'a', path, schema: { fields: [{ name: 'b' }], ...schema } }],
  });
  expect(faultsOf(resource('a.csv', { primaryKey: ['b'] }))).toEqual([]);
  expect(faultsOf(resource('a.csv', { primaryKey: [] }))).not.toEqual([]);
  expect(faultsOf(resource('../a.csv', {}))).not.toEqual([]);
  const fields = [{ name: 'b', constraints: { enum: [] } }];
  expect(faultsOf(resource('a.csv', { fields }))).not.toEqual([]);
});

test('a value that its field does not allow, and two rows of one key, are found', () => {
  const fields: Field[] = [
    { name: 'code', type: 'string', title: 'Code', constraints: { required: true, enum: ['a', 'b'] } },
    { name: 'count', type: 'integer', title: 'Count', constraints: { minimum: 0 } },
  ];
  const table = { path: 't.csv', schema: { fields, primaryKey: ['code'], missingValues: [''] } } as Resource;
  expect(tableFaults(table, 'code,count\na,1\nb,\n')).toEqual([]);
  expect(tableFaults(table, 'code,count\nc,1\n')).toEqual(['t.csv row 2: code is not in the enum']);
  expect(tableFaults(table, 'code,count\n,-1\n')).toHaveLength(2);
  expect(tableFaults(table, 'code,count\na,1.5\n')).toEqual(['t.csv row 2: count is no integer']);
  expect(tableFaults(table, 'code,count\na,1\na,2\n')).toEqual(['t.csv: rows with the same key']);
});
