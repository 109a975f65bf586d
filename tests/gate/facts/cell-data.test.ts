// The files of a chart are held against the release that they come from.
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import type { Figure } from '../../../src/figures/figure.ts';
import { formatApi } from '../../../src/formats/site/api-file.ts';
import { type ChartFile, formatChartCsv } from '../../../src/formats/site/chart-file.ts';
import { checkFiles } from '../../../src/gate/check-files.ts';
import { formatJson } from '../../../src/reading/json-file.ts';
import { AGAINST, figure, LISTED, siteWith } from '../fixture.ts';

const FOLDER = 'en/small-town/charts';
/** Of a unit and a period that say no number. */
const SAID = { unit: 'cards', period: '' };
const CELL = { row: 'In person', column: 'Cards', cell: 'cards-issued|2024|in-person', ...SAID } as const;
const FILE: ChartFile = {
  title: 'Cards',
  program: 'Small Town ID',
  city: 'Small Town',
  release: 'newest',
  invented: null,
  table: 'Cards by channel',
  notes: [],
  source: '',
  quote: 'Cards',
  citation: 'Small Town ID',
  page: { label: 'Cards', href: '/en/small-town/cards/' },
  licence: { label: 'Free', href: '/en/small-town/cards/' },
  cells: [{ ...CELL, count: 1000, status: '', note: '' }],
};

const tidied = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [posix.normalize(path), text]));

const whyOf = (name: string, text: string): string[] =>
  checkFiles(
    siteWith({ page: LISTED, files: { [posix.normalize(`${FOLDER}/${name}`)]: text } }),
    AGAINST,
  ).map(({ why }) => why);

test('checkFiles of the data of a chart: cells as the release has them', () => {
  expect(whyOf('cards.json', formatApi(FILE))).toEqual([]);
  expect(formatChartCsv(FILE.cells).startsWith('\uFEFFrow,')).toBe(true);
  expect(whyOf('cards.csv', formatChartCsv(FILE.cells))).toEqual([]);
});

test('checkFiles finds a cell of a chart that says something else than the release', () => {
  const wrong = [
    { ...CELL, count: 1001, status: '', note: '' },
    { ...CELL, cell: 'cards-issued|2024|online', count: 234, status: '', note: '' },
    { ...CELL, cell: 'cards-issued|2024|online', count: null, status: 'x', note: '' },
    { ...CELL, cell: 'cards-issued|2023|online', count: 12, status: '', note: '' },
  ] as const;
  for (const cell of wrong) {
    const told = ['The release does not say this of the cell.'];
    expect(whyOf('cards.json', formatApi({ ...FILE, cells: [cell] }))).toEqual(told);
    expect(whyOf('cards.csv', formatChartCsv([cell]))).toEqual(told);
  }
});

test('checkFiles of a number that is of no cell: the one that the manifest has, as the language prints it', () => {
  const derived = {
    row: 'All',
    column: 'Cards',
    cell: '',
    ...SAID,
    count: null,
    status: '',
    note: '',
  } as const;
  const whys = (text: string, listed: readonly Figure[]) => {
    const own = {
      path: `/${FOLDER}/cards.csv`,
      figures: listed.map((one) => ({ ...one, times: 1 })),
      ticks: [],
      words: [],
      claims: [],
    };
    const csv = formatChartCsv([{ ...derived, derived: text }]);
    const files = {
      [`${FOLDER}/cards.csv`]: csv,
      'en/small-town/charts/figures.json': JSON.stringify({ pages: [own] }),
    };
    return checkFiles(siteWith({ page: LISTED, files: tidied(files) }), AGAINST).map(({ why }) => why);
  };
  const sum = figure('1,234', 'count', ['2024|_T']);
  const share = figure('81.0%', 'share', ['2024|in-person', '2024|_T'], 1);
  expect(whys('1234', [sum])).toEqual([]);
  expect(whys('81.0%', [share])).toEqual([]);
  for (const [text, listed] of [
    ['1235', [sum]],
    ['1234', []],
    ['01234', [sum]],
    ['1,234', []],
    ['12 or 34', []],
  ] as const)
    expect(whys(text, listed)).not.toEqual([]);
});

test('checkFiles finds a number in the texts of a chart, and data in another form', () => {
  const [found] = whyOf('cards.json', formatApi({ ...FILE, quote: 'Cards: 12' }));
  expect(found).toMatch(/no origin/);
  expect(
    whyOf(
      'cards.csv',
      formatChartCsv([{ ...FILE.cells[0], ...CELL, note: '12', count: 1000, status: '' }]),
    )[0],
  ).toMatch(/no origin/);
  expect(whyOf('cards.json', '{"cells": [12]}')).toHaveLength(1);
});

test('checkFiles of a picture: only the rendering of the drawing beside it', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Cards</text></svg>';
  const drawn = (png: string) =>
    checkFiles(siteWith({ files: { [`${FOLDER}/cards.svg`]: svg, [`${FOLDER}/cards.png`]: png } }), AGAINST);
  expect(drawn(`en ${svg}`)).toEqual([]);
  expect(drawn(`en ${svg} `)).toHaveLength(1);
  expect(whyOf('cards.png', `en ${svg}`)).toHaveLength(1);
});

test('checkFiles reads a text of a drawing whole: a number in two lines is one number', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>1</tspan><tspan>7</tspan></text></svg>';
  expect(
    checkFiles(siteWith({ files: { [`${FOLDER}/cards.svg`]: svg } }), AGAINST).map(({ what }) => what),
  ).toEqual(['17']);
});

test('checkFiles of cells for machines: one line each file, and no other form', () => {
  const inApi = (text: string) => whyOf('../releases/2024-Q4/api/cards.json', text);
  const file = { cells: [{ cell: CELL.cell, count: 1000, status: '', note: '' }] };
  expect(inApi(formatApi(file))).toEqual([]);
  expect(inApi(formatJson(file))).toEqual(['The file is not in the form that Daylight writes.']);
  expect(inApi(formatApi({ cells: [{ ...file.cells[0], count: 1001 }] }))).toEqual([
    'The release does not say this of the cell.',
  ]);
});
