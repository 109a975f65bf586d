// What a release declares of a measure: nothing that is missing is passed over.
import { expect, test } from 'vitest';
import type { Measure } from '../../src/program/program.ts';
import { measureCodelists } from '../../src/system/shape.ts';
import { flat } from '../attack/tables.ts';

const measure: Measure = {
  id: 'cards-issued',
  label: 'Cards',
  unit: 'cards',
  kind: 'flow',
  dimensions: ['area'],
  people: false,
  absentRows: 'unknown',
};
const [period, area] = [flat('period', '2024'), flat('area', 'north')];

test('measureCodelists gives the codelist of the period, then those of the dimensions', () => {
  expect(measureCodelists(measure, [area, period])).toEqual([period, area]);
});

test('measureCodelists takes a dimension without a codelist for our own fault', () => {
  expect(() => measureCodelists(measure, [period])).toThrow('internal error: area has no codelist');
});
