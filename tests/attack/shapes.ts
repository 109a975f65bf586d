// Tiny tables of every kind, small enough that each whole-number table in them can be gone through.
import { TOTAL } from '../../src/program/codelist.ts';
import { allCodes, flat, listOf, measuresOf, type Table, tableOf } from './tables.ts';

const pair = (dimension: string) => flat(dimension, `${dimension}1`, `${dimension}2`);
const triple = (dimension: string) => flat(dimension, `${dimension}1`, `${dimension}2`, `${dimension}3`);
const [a, b, c] = [pair('a'), pair('b'), pair('c')];
const [a3, b3] = [triple('a'), triple('b')];
const [A, B, C] = [allCodes(a), allCodes(b), allCodes(c)];
const none = [TOTAL];

const five = flat('a', 'a1', 'a2', 'a3', 'a4', 'a5');
const districts = listOf('area', { geo: { _T: ['d1', 'd2'], d1: ['x1', 'x2'], d2: ['x3', 'x4'] } });
const twoWays = listOf('area', {
  geo: { _T: ['d1', 'd2'], d1: ['x1', 'x2'], d2: ['x3', 'x4'] },
  service: { _T: ['r1', 'r2'], r1: ['x1', 'x3'], r2: ['x2', 'x4'] },
});
const uneven = listOf('area', {
  geo: { _T: ['d1', 'x4'], d1: ['x1', 'x2', 'x3'] },
  service: { _T: ['x1', 'r2'], r2: ['x2', 'x3', 'x4'] },
});
const years = listOf('period', {
  calendar: { _T: ['2023', '2024'], 2023: ['h1', 'h2'], 2024: ['h3', 'h4'] },
  fiscal: { _T: ['h1', 'FY24', 'h4'], FY24: ['h2', 'h3'] },
});
const ages = listOf('age', {
  old: { _T: ['0-59', '60+'], '0-59': ['0-13', '14-59'], '60+': ['60-64', '65+'] },
  new: { _T: ['0-13', '14-64', '65+'], '14-64': ['14-59', '60-64'] },
});
const oldBands = [TOTAL, '0-59', '60+'];
const newBands = [TOTAL, '0-13', '14-64', '65+'];
/** Totals to date, each the one before and a month. */
const toDate = listOf('period', { chain: { _T: ['t3', 'm4'], t3: ['t2', 'm3'], t2: ['m1', 'm2'] } });

/** Cards are applications that were granted. */
const atMost = measuresOf({
  cells: {
    'applications 1': ['cards 1', 'refused 1'],
    'applications 2': ['cards 2', 'refused 2'],
    applications: ['cards 1', 'refused 1', 'cards 2', 'refused 2'],
    'cards 1': ['cards 1'],
    'cards 2': ['cards 2'],
    cards: ['cards 1', 'cards 2'],
  },
  rows: [
    { left: ['applications 1', 'applications 2'], right: ['applications'], sense: 'equal' },
    { left: ['cards 1', 'cards 2'], right: ['cards'], sense: 'equal' },
    { left: ['cards 1'], right: ['applications 1'], sense: 'at-most' },
    { left: ['cards 2'], right: ['applications 2'], sense: 'at-most' },
    { left: ['cards'], right: ['applications'], sense: 'at-most' },
  ],
});

/** Records held: those held before, those taken in, less those destroyed, which may be of either kind. */
const stock = measuresOf({
  cells: {
    before: ['old, kept', 'old, destroyed'],
    'taken in': ['new, kept', 'new, destroyed'],
    destroyed: ['old, destroyed', 'new, destroyed'],
    after: ['old, kept', 'new, kept'],
    'after 1': ['old, kept'],
    'after 2': ['new, kept'],
  },
  rows: [
    { left: ['before', 'taken in'], right: ['destroyed', 'after'], sense: 'equal' },
    { left: ['after 1', 'after 2'], right: ['after'], sense: 'equal' },
    { left: ['after 1'], right: ['before'], sense: 'at-most' },
    { left: ['after 2'], right: ['taken in'], sense: 'at-most' },
  ],
});

export const SHAPES: Readonly<Record<string, Table>> = {
  'one line': tableOf([five], [[allCodes(five)]]),
  'one line without its total': tableOf([a3], [[['a1', 'a2', 'a3']]]),
  'a hierarchy': tableOf([districts], [[allCodes(districts)]]),
  'two hierarchies': tableOf([twoWays], [[allCodes(twoWays)]]),
  'uneven hierarchies': tableOf([uneven], [[allCodes(uneven)]]),
  'calendar and fiscal years without halves': tableOf([years], [[[TOTAL, '2023', '2024', 'FY24']]]),
  'totals to date': tableOf([toDate], [[allCodes(toDate)]]),
  'overlapping bands in two tables': tableOf([ages], [[oldBands], [newBands]]),
  'overlapping bands without totals': tableOf([ages], [[['60+', '0-59']], [['65+', '14-64']]]),
  'two by two': tableOf([a, b], [[A, B]]),
  'two by three': tableOf([a, b3], [[A, allCodes(b3)]]),
  'three by three': tableOf([a3, b3], [[allCodes(a3), allCodes(b3)]]),
  'three by three without the total': tableOf([a3, b3], [[['a1', 'a2', 'a3'], allCodes(b3)]]),
  'two by a hierarchy': tableOf([a, districts], [[A, allCodes(districts)]]),
  'two by two hierarchies': tableOf([a, twoWays], [[A, allCodes(twoWays)]]),
  'bands by a': tableOf(
    [ages, a],
    [
      [oldBands, A],
      [newBands, A],
    ],
  ),
  'bands by a, bands by b': tableOf(
    [ages, a, b],
    [
      [oldBands, A, none],
      [newBands, none, B],
    ],
  ),
  'two by two by two': tableOf([a, b, c], [[A, B, C]]),
  'a path of tables': tableOf(
    [a, b, c],
    [
      [A, B, none],
      [none, B, C],
    ],
  ),
  'a circle of tables': tableOf(
    [a, b, c],
    [
      [A, B, none],
      [none, B, C],
      [A, none, C],
    ],
  ),
  'tables that share no row': tableOf(
    [a, b, c],
    [
      [A, none, none],
      [none, B, C],
    ],
  ),
  'a measure at most another': atMost,
  'a stock and its flows': stock,
};

/** Tables in which the last dimension is marked sensitive. */
export const SENSITIVE_SHAPES: Readonly<Record<string, Table>> = {
  'one group in three categories': tableOf([a3], [[allCodes(a3)]], true),
  'two groups in two categories': tableOf([a, b], [[A, B]], true),
  'two groups in three categories': tableOf([a, b3], [[A, allCodes(b3)]], true),
  'three groups in two categories': tableOf([a3, b], [[allCodes(a3), B]], true),
  'categories of two levels': tableOf([districts], [[allCodes(districts)]], true),
  'categories that overlap': tableOf([ages], [[oldBands], [newBands]], true),
  'overlapping groups': tableOf(
    [ages, b],
    [
      [oldBands, B],
      [newBands, B],
    ],
    true,
  ),
  'a path of tables that ends in categories': tableOf(
    [a, c, b],
    [
      [A, C, none],
      [none, C, B],
    ],
    true,
  ),
};
