// What comes back when a table is left out.
import { expect, test } from 'vitest';
import type { PublishedCell } from '../../../src/program/cell.ts';
import { declare } from '../../../src/program/declaration.ts';
import { releaseEnd } from '../../../src/program/period.ts';
import { programCodelists, programSchema } from '../../../src/program/program.ts';
import { shownAgain } from '../../../src/run/compare/try-variant.ts';
import { PROGRAM } from '../town.ts';

const program = programSchema.parse(PROGRAM);
const shape = {
  release: '2024-Q2',
  declaration: declare(program),
  codelists: programCodelists(program, releaseEnd('2024-Q2') ?? 0),
};

function cubesWith(status: PublishedCell['status']): ReadonlyMap<string, readonly PublishedCell[]> {
  const count = status === 'c' ? null : 80;
  return new Map([
    ['cards-issued', []],
    [
      'applications',
      [
        { codes: ['2024-Q1', 'event'], count, status, note: '' },
        { codes: ['2024-Q1', '_T'], count: 80, status: '', note: '' },
      ],
    ],
  ]);
}

test('shownAgain counts by table the cells that were withheld and are shown', () => {
  expect(shownAgain(shape, cubesWith('c'), cubesWith(''))).toEqual(new Map([['applications', 1]]));
});

test('shownAgain leaves out tables that gain nothing', () => {
  expect(shownAgain(shape, cubesWith(''), cubesWith(''))).toEqual(new Map());
  expect(shownAgain(shape, cubesWith('c'), cubesWith('c'))).toEqual(new Map());
});
