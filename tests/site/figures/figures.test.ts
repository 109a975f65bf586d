import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PublishedCell } from '../../../src/program/cell.ts';
import {
  cellFigure,
  cellsFigure,
  type FigureSource,
  recordFigure,
  shareFigure,
  sumFigure,
  thresholdFigure,
  withheldFigure,
} from '../../../src/site/figures/figures.ts';

const published = (count: number): PublishedCell => ({ codes: [], count, status: '', note: '' });
const withheld: PublishedCell = { codes: [], count: null, status: 'c', note: '' };

function sourceOf(cells: Readonly<Record<string, PublishedCell>>): FigureSource {
  return {
    program: 'quay-card',
    release: '2024-Q4',
    language: 'en',
    cells: new Map(Object.entries(cells)),
    rangeOf: () => ({ least: 20, most: 90 }),
  };
}

const source = sourceOf({
  all: published(12345),
  online: published(1000),
  event: withheld,
  none: published(0),
});

test('cellFigure of a published cell: its count as readers write it, with the cell it comes from', () => {
  const origin = {
    kind: 'cells',
    program: 'quay-card',
    release: '2024-Q4',
    formula: 'count',
    cells: ['all'],
    decimals: 0,
  };
  expect(cellFigure(source, 'all')).toEqual({ text: '12,345', origin });
});

test.each([
  ['cellFigure of a withheld cell', () => cellFigure(source, 'event')],
  ['cellFigure of a cell that the release does not know', () => cellFigure(source, 'elsewhere')],
  ['sumFigure over a withheld cell', () => sumFigure(source, ['online', 'event'])],
  ['sumFigure of nothing', () => sumFigure(source, [])],
  ['shareFigure of a withheld part', () => shareFigure(source, 'event', 'all')],
  ['shareFigure of a withheld whole', () => shareFigure(source, 'online', 'event')],
  ['shareFigure of a whole of zero', () => shareFigure(source, 'online', 'none')],
])('%s: no figure', (_, make) => {
  expect(make()).toBeUndefined();
});

test('shareFigure: percent with one decimal', () => {
  expect(shareFigure(source, 'online', 'all')?.text).toBe('8.1%');
});

test('withheldFigure and cellsFigure: how many are withheld, how many there are', () => {
  expect(withheldFigure(source, ['all', 'online', 'event']).text).toBe('1');
  expect(cellsFigure(source, ['all', 'online', 'event']).text).toBe('3');
});

test('recordFigure of a percentage with a decimal: keeps it', () => {
  expect(recordFigure('quay-card', { id: 'timely', value: 95.5 }, 'en').text).toBe('95.5');
});

test('thresholdFigure: k of the program', () => {
  expect(thresholdFigure('quay-card', 11, 'en')).toEqual({
    text: '11',
    origin: { kind: 'threshold', program: 'quay-card' },
  });
});

test('any figure over any cells: none if one of them is withheld, whatever the others are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), fc.nat(), (counts, at) => {
      const cells = Object.fromEntries(counts.map((count, index) => [`cell${index}`, published(count)]));
      const names = Object.keys(cells);
      const hidden = names[at % names.length] ?? '';
      const partly = sourceOf({ ...cells, [hidden]: withheld });
      expect(sumFigure(sourceOf(cells), names)).toBeDefined();
      expect(sumFigure(partly, names)).toBeUndefined();
    }),
  );
});
