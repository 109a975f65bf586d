// What a table of a page says around its counts: of which period all of them are, and of which cells a remark speaks.
import { expect, test } from 'vitest';
import type { PublishedCell } from '../../../src/program/cell.ts';
import type { CountRange } from '../../../src/program/count-range.ts';
import { tableBlock, tableCell } from '../../../src/site/blocks/table-block.ts';
import { gridOf } from '../../../src/site/blocks/table-grid.ts';
import { sentenceText } from '../../../src/site/figures/sentence.ts';
import { viewOf, withCells } from '../../../src/site/view.ts';
import { fixtureSite } from '../fixture.ts';

const TABLE = {
  id: 'cards-by-year-area-channel',
  measure: 'cards-issued',
  title: 'Cards by year, area and way of applying',
  levels: { period: 'year', area: 'district', channel: 'channel' },
  weight: 1,
};

/** All cells of the table hold 20, with this note where it is said of them. */
function blockOf(
  noteOf: (codes: readonly string[]) => string,
  isShown = (_period: string) => true,
  change = (cell: PublishedCell, _address: string) => cell,
) {
  const found = withCells(viewOf(fixtureSite(), 'en'));
  if (found === undefined) throw new Error('no release');
  const whole = gridOf(found, TABLE);
  const cells = new Map(
    ['2023', '2024'].flatMap((period) =>
      ['event', 'online', '_T'].flatMap((channel) =>
        ['east', 'west', '_T'].map((area): [string, PublishedCell] => {
          const codes = [period, channel, area];
          const address = `cards-issued|${codes.join('|')}`;
          return [address, change({ codes, count: 20, status: '', note: noteOf(codes) }, address)];
        }),
      ),
    ),
  );
  const view = { ...found, source: { ...found.source, cells } };
  const rows = whole.rows.filter(([period = '']) => isShown(period));
  return tableBlock(view, { ...whole, rows });
}

const texts = (block: ReturnType<typeof blockOf>) => ({
  caption: sentenceText(block.caption),
  corner: block.columns[0],
  rows: block.rows.map(({ heading }) => sentenceText(heading)),
  notes: (block.notes ?? []).map(sentenceText),
});

test('a table of one period names it once, in its caption', () => {
  expect(
    texts(
      blockOf(
        () => '',
        (period) => period === '2024',
      ),
    ),
  ).toMatchObject({
    caption: 'Table: Cards by year, area and way of applying, 2024',
    corner: 'Way of applying',
    rows: ['At an event', 'Online'],
  });
  expect(texts(blockOf(() => ''))).toMatchObject({
    caption: 'Table: Cards by year, area and way of applying',
    corner: 'Period, Way of applying',
    rows: ['2023, At an event', '2023, Online', '2024, At an event', '2024, Online'],
  });
});

test('a remark stands after the cells that it speaks of, or after what they share where these are many', () => {
  const remark = 'Nobody could apply this way yet';
  const of = (isNoted: (codes: readonly string[]) => boolean) =>
    texts(blockOf((codes) => (isNoted(codes) ? remark : ''))).notes.filter((note) => note.includes(remark));
  expect(
    of(([period, channel, area]) => period === '2023' && channel === 'online' && area === 'east'),
  ).toEqual([`2023, Online, East: ${remark}.`]);
  expect(of(([, channel, area]) => channel === 'online' && area === 'east')).toEqual([
    `Online, East: ${remark}.`,
  ]);
  expect(of(([, channel, area]) => channel === 'online' && area !== '_T')).toEqual([
    `2023, Online, East; 2023, Online, West; 2024, Online, East; 2024, Online, West: ${remark}.`,
  ]);
  expect(of(([, channel, area]) => channel !== '_T' && area !== '_T')).toEqual([
    `At an event, East; At an event, West; Online, East; Online, West: ${remark}.`,
  ]);
  expect(of(() => true)).toEqual([`${remark}.`]);
});

test('a table by months has the latest of them as columns, and says so', () => {
  const found = withCells(viewOf(fixtureSite(), 'en'));
  if (found === undefined) throw new Error('no release');
  const months = { ...TABLE, levels: { period: 'month', area: 'area' } };
  const { columns, notes } = tableBlock(found, gridOf(found, months));
  expect(columns).toEqual(['Area', ...[5, 6, 7, 8, 9, 10, 11, 12].map((month) => monthName(month))]);
  expect((notes ?? []).map(sentenceText).slice(0, 2)).toEqual([
    'The latest periods stand here. The file has all.',
    'These remarks are of all periods together:',
  ]);
});

const monthName = (month: number) =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' }).format(new Date(2024, month - 1));

test('what is shown is told of the total of the periods of the table, not of all periods', () => {
  const hidden = new Set(['cards-issued|2024|online|east', 'cards-issued|2024|event|east']);
  const notes = texts(
    blockOf(
      () => '',
      () => true,
      (cell, address) => (hidden.has(address) ? { ...cell, count: null, status: 'c' } : cell),
    ),
  ).notes;
  // 2 periods, 2 ways and 2 districts of 20 each, two of them hidden; the totals of both periods are 20 each too.
  expect(notes).toContainEqual('The shown cells add to 120 of 40 cards.');
});

test('a hidden cell says between what numbers its count lies, or is hidden alone where nothing is proved', () => {
  const address = 'cards-issued|2024|online|east';
  const cellsBy = (ranges: readonly (readonly [string, CountRange])[]) => {
    const found = withCells(viewOf(fixtureSite(), 'en'));
    if (found === undefined) throw new Error('no release');
    const cells = new Map(found.source.cells);
    cells.set(address, { codes: ['2024', 'online', 'east'], count: null, status: 'c', note: '' });
    const known = new Map(ranges);
    const rangeOf = ([at = '']: readonly string[]) => known.get(at);
    return tableCell({ ...found, source: { ...found.source, cells, rangeOf } }, address).range;
  };
  const said = (range: CountRange) => sentenceText(cellsBy([[address, range]]) ?? []);
  expect(said({ least: 0, most: 1200 })).toBe('hidden: 0 to 1,200');
  expect(said({ least: 384, most: null })).toBe('hidden: at least 384');
  expect(cellsBy([])).toBeUndefined();
  expect(cellsBy([[address, { least: 0, most: null }]])).toBeUndefined();
});
