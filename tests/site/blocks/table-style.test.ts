import { expect, test } from 'vitest';
import { tableStyle } from '../../../src/site/blocks/table-style.ts';
import type { CellProps, TableBlock } from '../../../src/site/frame/page.ts';

const figure = (text: string): CellProps => ({
  address: '',
  figure: {
    text,
    origin: { kind: 'record', program: 'tiny', formula: 'count', figures: ['one'], decimals: 0 },
  },
  status: '',
});
const hidden: CellProps = { address: '', figure: null, status: 'c' };

function table(columns: string[], heading: string, cells: TableBlock['rows'][number]['cells']): TableBlock {
  return {
    kind: 'table',
    id: 'table',
    caption: [],
    columns: ['Period', ...columns],
    rows: [{ heading: [heading], cells }],
    notes: [],
    links: [],
  };
}
const styleOf = (block: TableBlock) => tableStyle(block, () => 'hidden to protect people');

test('tableStyle of a table that fits a phone: as it is', () => {
  expect(styleOf(table(['North', 'South'], '2025', [figure('12,274'), figure('338')]))).toBeUndefined();
});

test('tableStyle of a table that is too wide beside its headings: stacked', () => {
  const four = ['Signalmans Yard', 'Foundry', 'Hill service region', 'Total'];
  const cells = ['321', '2,608', '3,627', '12,274'].map(figure);
  expect(styleOf(table(four, 'Fiscal year 2025', cells))).toBe('stacked');
});

test('tableStyle of a table that is too wide for what its hidden cells say: stacked', () => {
  const three = table(['A', 'B', 'C'], '2025', [hidden, hidden, hidden]);
  expect(styleOf(three)).toBeUndefined();
  expect(tableStyle(three, () => 'confidentially')).toBe('stacked');
});

test('tableStyle of figures of several words: no line breaks them', () => {
  const month = (text: string) => [{ text, origin: { kind: 'threshold' as const, program: 'tiny' } }];
  const two = (cells: TableBlock['rows'][number]['cells']) =>
    styleOf(table(['0-13', '14-64'], '2025', cells));
  expect(two([month('diciembre de 2029'), month('diciembre de 2032')])).toBe('stacked');
  expect(two([month('2029'), month('2032')])).toBeUndefined();
});

test('tableStyle where a heading takes more than a line: the row as a block, unless its columns are periods', () => {
  const long = 'Administrative subpoena, which no judge has signed, to the office';
  const six = ['2020', '2021', '2022', '2023', '2024', '2025'];
  const cells = six.map(() => figure('1'));
  expect(styleOf(table(six, long, cells))).toBeUndefined();
  expect(styleOf(table(['Open', 'Came in', 'Closed', 'Refused', 'Sent on', 'Withdrawn'], long, cells))).toBe(
    'words',
  );
  expect(styleOf(table(six, 'Administrative subpoena', cells))).toBe('stacked');
});

test('tableStyle of a table that fits only where its headings take more than two lines: stacked', () => {
  const cells = ['321', '2,608', '3,627', '12,274'].map(figure);
  const four = ['0-13', '14-64', '65+', 'All'];
  expect(styleOf(table(four, '2025, North', cells))).toBeUndefined();
  expect(styleOf(table(four, 'FY 2025, at the sign of the ark', cells))).toBe('stacked');
});

test('tableStyle of Chinese: lines break between its characters', () => {
  const cells = ['321', '2,608', '3,627'].map(figure);
  expect(
    styleOf(table(['防波堤滩与海关码头', '河流服务区域', '合计'], '2025 财政年度', cells)),
  ).toBeUndefined();
});

test('tableStyle of figures with words that do not fit beside each other: words', () => {
  const columns = ['Asked, all requests', 'Signed by a judge', 'With a page', 'Closed', 'Handed over'];
  const row = [
    figure('13'),
    hidden,
    figure('6'),
    figure('4'),
    ['Statistics or documents not about individuals'],
  ];
  expect(styleOf(table(columns, 'Fiscal year 2025', row))).toBe('words');
  expect(styleOf(table(columns.slice(0, 4), 'Fiscal year 2025', row.slice(0, 4)))).not.toBe('words');
});

test('tableStyle of rows of words: words, and as it is where there is one column or a column of figures', () => {
  expect(styleOf(table(['What', 'Who'], '2025', [['a card'], ['the office']]))).toBe('words');
  expect(styleOf(table(['What'], '2025', [['a card']]))).toBeUndefined();
  expect(styleOf(table(['What', 'Count'], '2025', [['a card'], figure('12')]))).toBeUndefined();
});
