/** Which totals of requests must stand, and which give way when nothing else protects. */
import { expect, test } from 'vitest';
import { countCells } from '../../src/cube/count-cells.ts';
import { standingTotals } from '../../src/cube/standing-totals.ts';
import { countRequests } from '../../src/requests/count-requests.ts';
import { docketOf, K, PORT, request, SHAPE } from '../requests/port.ts';

test('standingTotals lets quarters give way to years, years to the total to date, and that to nothing', () => {
  const docket = docketOf(request('a', '2024-01-31', 2));
  const counted = countCells(PORT, SHAPE, countRequests(docket, PORT.measures, SHAPE.codelists, K));
  if (!counted.ok) throw new Error(JSON.stringify(counted.problems));
  const [all = [], years = [], toDate = [], none] = standingTotals(counted.value);
  const periodsOf = (totals: typeof all) => [...new Set(totals.map(({ codes }) => codes[0]))].sort();
  expect(periodsOf(all)).toEqual(['2024', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '_T']);
  expect(periodsOf(years)).toEqual(['2024', '_T']);
  expect(periodsOf(toDate)).toEqual(['_T']);
  expect(none).toEqual([]);
  expect(all.every(({ codes }) => codes.slice(1).every((code) => code === '_T'))).toBe(true);
});

test('standingTotals of measures that count no requests asks once, for nothing', () => {
  expect(standingTotals([])).toEqual([[]]);
});
