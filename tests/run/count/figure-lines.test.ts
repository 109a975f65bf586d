// `figureLines`: what the operator and whoever attacks is told of figures that releases knew and that the record has no more.
import { expect, test } from 'vitest';
import type { KnownFigures } from '../../../src/formats/record-bound.ts';
import { figureLines } from '../../../src/run/count/figure-lines.ts';
import { AUDIT } from '../../release/small-audit.ts';

const bound = (cell: string, count: number) => ({ cell, lower: count, upper: count });
const knowing = (release: string, recordFigures: KnownFigures) => ({
  release,
  audit: { ...AUDIT, recordFigures },
});

test('figureLines says nothing of figures that are on the record still, of none, and of a staged release', () => {
  expect(figureLines([knowing('2024-Q1', [bound('a', 3)])], [bound('a', 3), bound('b', 4)])).toEqual([]);
  expect(figureLines([knowing('2024-Q1', 0), { release: '2024-Q2', audit: null }], [bound('a', 3)])).toEqual(
    [],
  );
});

test('figureLines names cells of figures that are gone, and of those that were corrected, each once', () => {
  const releases = [
    knowing('2024-Q1', [bound('a', 3), bound('b', 4), bound('c', 5)]),
    knowing('2024-Q2', [bound('a', 3), bound('b', 4), bound('c', 6)]),
  ];
  expect(figureLines(releases, [bound('b', 7)])).toEqual([
    'Not on the record now, and known all the same, since a release knew it (from the record, or as a zero that its program.json said): a, c.',
    'Corrected on the record, so that the older figure no longer counts: b, c.',
  ]);
});

test('figureLines says of a release of before 2026-12 that nobody can tell which figures it knew', () => {
  expect(figureLines([knowing('2024-Q1', 2)], [])).toEqual([
    'Release 2024-Q1 is one of before 2026-12: it knew 2 figures on the record and does not say which. Whichever was taken off the record since is not known here; put it back into record/figures.csv.',
  ]);
});
