// The system of a city of many wards: without the margins that only its joint counts have, and with all that is told of it.

import { expect, test } from 'vitest';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { holds } from '../../src/solver/linear-model.ts';
import { joinEditions } from '../../src/system/editions.ts';
import { buildSystem, type System } from '../../src/system/system.ts';
import { LAST_RELEASE, makeLargeCity } from '../bench/large-city.ts';
import { fillIn } from './lean-systems.ts';

function systemsOf(wards: number): { whole: System; lean: System } {
  const program = programSchema.parse(makeLargeCity(wards).program);
  const shape = {
    release: LAST_RELEASE,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(LAST_RELEASE) ?? 0),
  };
  return {
    whole: buildSystem([shape]),
    lean: joinEditions([{ shapes: [shape], figures: new Map() }]),
  };
}

const LARGE = systemsOf(16);
const keysOf = ({ cells }: System) => new Set(cells.map(({ key }) => key));
const MARGIN = 'cards-issued|2024-05|_T|_T|ward-03';

test('joinEditions of a large city leaves out wards by month, which only joint counts have, and no cell of a table', () => {
  expect(keysOf(LARGE.whole)).toContain(MARGIN);
  const left = keysOf(LARGE.lean);
  expect(left).not.toContain(MARGIN);
  expect(left).toContain('cards-issued|2024-05|event|_T|ward-03');
  expect(LARGE.whole.cells.filter(({ key, role }) => role !== 'unpublished' && !left.has(key))).toEqual([]);
  expect(LARGE.lean.rows.length).toBeLessThan(LARGE.whole.rows.length * 0.75);
});

test('joinEditions of a large city leaves rows that say all that its rows said, of cards by month, way, age and ward', () => {
  const { whole, lean } = LARGE;
  const world = new Map(
    whole.cells.filter(({ codes }) => isJoint(codes)).map(({ key, codes }) => [key, countOf(codes)]),
  );
  fillIn(whole, world);
  expect(world.size).toBe(whole.cells.length);
  const keeps = ({ cells, rows }: System) =>
    rows.every((row) => holds({ ...row, columns: row.cells }, (cell) => world.get(cells[cell]?.key ?? '')));
  expect(keeps(whole)).toBe(true);
  expect(keeps(lean)).toBe(true);
});

test('joinEditions of a small city leaves its margins', () => {
  expect(keysOf(systemsOf(4).lean)).toContain(MARGIN);
});

/** Whether it is one month and ward, of one way or of one age. */
function isJoint([period = '', channel, age, ward]: readonly string[]): boolean {
  return /^\d{4}-\d\d$/.test(period) && ward !== '_T' && (channel === '_T') !== (age === '_T');
}

/** In each month and ward as many came by each way as there are of each age: there are three of either. */
function countOf([period = '', , , ward = '']: readonly string[]): number {
  return (Number(period.slice(5)) * 7 + Number(ward.slice(5))) % 5;
}
