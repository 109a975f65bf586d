// The cells of a measure for programs: every one, once for all languages, each note said once.
import { expect, test } from 'vitest';
import { cellsFile, notedAt, tellCell } from '../../../src/formats/site/cells-file.ts';
import { type PublishedCell, WITHHELD_NOTE } from '../../../src/program/cell.ts';

const PORTAL = 'The portal had not opened';
const CELLS: readonly PublishedCell[] = [
  { codes: ['2023', 'event'], count: 20, status: '', note: '' },
  { codes: ['2023', 'online'], count: null, status: 'z', note: PORTAL },
  { codes: ['2024', 'event'], count: null, status: 'c', note: WITHHELD_NOTE },
  { codes: ['2024', 'online'], count: null, status: 'z', note: PORTAL },
];
const PROVED = new Map([['cards-issued|2024|event', { least: 0, most: 21 }]]);

test('cellsFile has every cell in its order, each note once, and of a hidden count what was proved', () => {
  expect(cellsFile('cards-issued', CELLS, 'real', PROVED)).toEqual({
    measure: 'cards-issued',
    synthetic: false,
    notes: [PORTAL, WITHHELD_NOTE],
    cells: [
      { cell: 'cards-issued|2023|event', count: 20, status: '', note: null },
      { cell: 'cards-issued|2023|online', count: null, status: 'z', note: 0 },
      { cell: 'cards-issued|2024|event', count: null, range: { least: 0, most: 21 }, status: 'c', note: 1 },
      { cell: 'cards-issued|2024|online', count: null, status: 'z', note: 0 },
    ],
  });
});

test('cellsFile of an invented program: every cell says that it is invented', () => {
  const { synthetic, notes, cells } = cellsFile('cards-issued', CELLS, 'invented', PROVED);
  expect(synthetic).toBe(true);
  expect(notes).toEqual([
    'Invented figure',
    `Invented figure. ${PORTAL}`,
    `Invented figure. ${WITHHELD_NOTE}`,
  ]);
  expect(cells.map(({ note }) => note)).toEqual([0, 1, 2, 1]);
});

test('notedAt names a cell for each note, by which another language says the same notes in the same order', () => {
  expect(notedAt(CELLS, 'real')).toEqual([1, 2]);
  expect(notedAt(CELLS, 'invented')).toEqual([0, 1, 2]);
});

test('tellCell says a note in the words that it is given, and nothing where there is none', () => {
  const [first, second] = cellsFile('cards-issued', CELLS, 'real', PROVED).cells;
  const words = ['El portal no había abierto', 'oculto'];
  expect(first && tellCell(first, words).note).toBe('');
  expect(second && tellCell(second, words).note).toBe('El portal no había abierto');
  expect(() => second && tellCell(second, [])).toThrow('internal error');
});
