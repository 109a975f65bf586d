// The JSON Schema of program.json says what its reader says. After a change of keys: npx vitest run tests/program/program-schema.test.ts -u
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { programSchema } from '../../src/program/program.ts';
import { programJsonSchema } from '../../src/program/program-schema.ts';

const FILE = '../../docs/program.schema.json';
const PROGRAMS = 'data/programs';

const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(programJsonSchema());

test('docs/program.schema.json is the schema of the reader', async () => {
  await expect(`${JSON.stringify(programJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(FILE);
});

test('every shipped program fits both', async () => {
  const ids = await readdir(PROGRAMS);
  expect(ids.length).toBeGreaterThan(3);
  for (const id of ids) {
    const program = JSON.parse(await readFile(join(PROGRAMS, id, 'program.json'), 'utf8'));
    expect([id, validate(program), programSchema.safeParse(program).success]).toEqual([id, true, true]);
  }
});

const GOOD = {
  $schema: '../../../docs/program.schema.json',
  id: 'x',
  name: 'X',
  city: 'X',
  nature: 'real',
  standing: 'X.',
  summary: 'X.',
  tallies: 'confidential',
  period: { from: '2024-01', levels: ['quarter'] },
  dimensions: [{ id: 'channel', label: 'Way', codes: [{ code: 'a', label: 'A' }] }],
  measures: [{ id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['channel'] }],
  licence: { name: 'CC0', url: 'https://example.org/' },
};

test.each<readonly [string, object, boolean]>([
  ['a whole program', {}, true],
  ['a least k', { k: 5 }, true],
  ['a release', { releases: ['2024-Q4-r1'] }, true],
  ['no name', { name: undefined }, false],
  ['an empty name', { name: '' }, false],
  ['a name that is a number', { name: 7 }, false],
  ['a key that nobody knows', { nmae: 'X' }, false],
  ['an id with a slash', { id: 'a/b' }, false],
  ['a k below 5', { k: 4 }, false],
  ['a k that is a text', { k: '11' }, false],
  ['a month that there is not', { period: { from: '2024-13', levels: ['quarter'] } }, false],
  ['no level of periods', { period: { from: '2024-01', levels: [] } }, false],
  ['a level that there is not', { period: { from: '2024-01', levels: ['week'] } }, false],
  ['a dimension without codes', { dimensions: [{ id: 'channel', label: 'Way', codes: [] }] }, false],
  ['a measure of its own', { measures: [{ ...GOOD.measures[0], id: 'cards' }] }, true],
  [
    'a measure with the name of another file',
    { measures: [{ ...GOOD.measures[0], id: 'legal-requests' }] },
    false,
  ],
  ['a release that is none', { releases: ['2024-Q5'] }, false],
  ['a licence without an address', { licence: { name: 'CC0' } }, false],
])('%s is judged alike by schema and reader', (_, change, fits) => {
  const program = JSON.parse(JSON.stringify({ ...GOOD, ...change }));
  expect([validate(program), programSchema.safeParse(program).success]).toEqual([fits, fits]);
});
