import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AREAS } from '../../scripts/seed/city.ts';
import { makeDocket } from '../../scripts/seed/docket.ts';
import { seededRandom, spread } from '../../scripts/seed/random.ts';
import { makeTallies } from '../../scripts/seed/tallies.ts';
import { countsRequests } from '../../src/program/docket-plan.ts';
import { KEY_FILE } from '../../src/run/lottery/secret-key.ts';
import { readProgram } from './programs.ts';

const FOLDER = 'data/programs/example-city/tallies/';

test('makeTallies and makeDocket give the files in the repository, byte for byte', () => {
  const names = readdirSync(FOLDER).filter((name) => name !== KEY_FILE);
  const shipped = new Map(names.map((name) => [name, readFileSync(FOLDER + name, 'utf8')]));
  expect(new Map([...makeTallies(), ...makeDocket()])).toEqual(shipped);
});

test('makeTallies gives one file per measure of program.json', () => {
  const measures = readProgram('example-city')
    .measures.filter(({ id }) => !countsRequests(id))
    .map(({ id }) => `${id}.csv`);
  expect([...makeTallies().keys()].sort()).toEqual(measures.sort());
});

test('the areas that the generator fills are those of program.json', () => {
  const codes = readProgram('example-city').dimensions.find(({ id }) => id === 'area')?.codes ?? [];
  expect(AREAS.map(({ code }) => code)).toEqual(
    codes.filter(({ level }) => level === 'area').map(({ code }) => code),
  );
});

test('the service regions are no unions of districts', () => {
  const codes = readProgram('example-city').dimensions.find(({ id }) => id === 'area')?.codes ?? [];
  const areas = codes.filter(({ level }) => level === 'area');
  const regionsOf = (district: string) =>
    new Set(
      areas.filter(({ parents }) => parents?.districts === district).map(({ parents }) => parents?.service),
    );
  const districts = codes.filter(({ level }) => level === 'district').map(({ code }) => code);
  expect(districts.filter((district) => regionsOf(district).size > 1).length).toBeGreaterThan(1);
});

test('seededRandom of one seed gives one sequence, from 0 to below 1', () => {
  const draw = (seed: number) => Array.from({ length: 100 }, seededRandom(seed));
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(draw(seed)).toEqual(draw(seed));
      expect(draw(seed).every((value) => value >= 0 && value < 1)).toBe(true);
    }),
  );
});

test('seededRandom is Mulberry32', () => {
  const random = seededRandom(1);
  expect([random(), random(), random()].map((value) => Math.floor(value * 2 ** 32))).toEqual([
    2693262067, 11749833, 2265367787,
  ]);
});

test('spread places everybody once and nobody in a group of no weight', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      (count, weights, seed) => {
        const groups = spread(count, [...weights, 1], seededRandom(seed));
        expect(groups.reduce((sum, group) => sum + group, 0)).toBe(count);
        for (const [index, weight] of weights.entries()) if (weight === 0) expect(groups[index]).toBe(0);
      },
    ),
  );
});
