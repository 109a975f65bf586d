import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Datapackage, Resource } from '../../../src/formats/datapackage-file.ts';
import { readWorkbook } from '../../../src/input/workbook/read-workbook.ts';
import { formatCsv } from '../../../src/reading/csv.ts';
import { formatParquet } from '../../../src/release/forms/parquet.ts';
import { formatWorkbook, sheetNames } from '../../../src/release/forms/workbook.ts';

const PATH = 'tables/cards-by-month.csv';
const HEADER = ['period', 'count', 'status', 'note'];

const RESOURCE = {
  path: PATH,
  title: 'Cards by month',
  schema: {
    fields: HEADER.map((name) => ({
      name,
      type: name === 'count' ? 'integer' : 'string',
      title: name,
      description: `What ${name} means`,
    })),
    missingValues: [''],
  },
} as Resource;

const PAPERS = {
  title: 'Cards of a small town',
  version: '2025-Q2',
  description: 'Counts of 1 to 10 people are withheld.',
  licenses: [{ title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
  sources: [{ title: 'The office' }],
} as unknown as Datapackage;

const write = (rows: readonly (readonly string[])[]) =>
  formatWorkbook(PAPERS, [RESOURCE], new Map([[PATH, formatCsv({ header: HEADER, rows })]]));

const ROWS = [
  ['2025-04', '310', '', 'Invented figure'],
  ['2025-05', '', 'c', '=HYPERLINK("https://example.org")'],
];

afterEach(() => vi.useRealTimers());

describe('formatWorkbook', () => {
  test('has a sheet on what it is, in the words of the Data Package, then a sheet of each file', async () => {
    const [about, sheet, ...others] = readWorkbook(await write(ROWS)) ?? [];
    expect(others).toEqual([]);
    expect(sheet?.name).toBe('cards-by-month');
    expect(sheet?.rows).toEqual([HEADER, ...ROWS]);
    expect(about?.rows).toEqual([
      ['Title', 'Cards of a small town'],
      ['Release', '2025-Q2'],
      ['About', 'Counts of 1 to 10 people are withheld.'],
      ['Licence', 'CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
      ['Source', 'The office'],
      [],
      ['Sheet', 'Holds', 'File'],
      ['cards-by-month', 'Cards by month', PATH],
      [],
      ['Sheet', 'Column', 'Name', 'Meaning'],
      ...HEADER.map((name) => ['cards-by-month', name, name, `What ${name} means`]),
    ]);
  });

  test('gives back whatever texts and counts a file has', async () => {
    // The library leaves out U+FFFD, which stands for what is no text: tallies that have it are refused.
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[\p{C}\s\uFFFD]/u.test(one));
    const row = fc.tuple(text, fc.option(fc.nat(), { nil: '' }).map(String), fc.constant('c'), text);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const read = readWorkbook(await write(rows))?.[1]?.rows ?? [];
        const filled = read.map((found) => [...found, ...HEADER.slice(found.length).map(() => '')]);
        expect(filled).toEqual([HEADER, ...rows]);
      }),
      { numRuns: 30 },
    );
  });

  test('is the same, byte for byte, whenever it is made', async () => {
    const now = await write(ROWS);
    vi.useFakeTimers({ now: new Date('2031-05-05T05:05:05Z'), toFake: ['Date'] });
    expect(await write(ROWS)).toEqual(now);
  });
});

describe('sheetNames', () => {
  test('cuts what is too long for a spreadsheet, and numbers what would be the same, whatever its capitals', () => {
    const long = 'requests-received-by-fiscal-year';
    expect(sheetNames([`tables/${long}-a.csv`, `tables/${long}-b.csv`, 'about.csv'])).toEqual([
      'requests-received-by-fiscal-yea',
      'requests-received-by-fiscal-y~2',
      'about~2',
    ]);
  });
});

test('formatParquet has counts as numbers, texts as texts, and nothing where nothing stands', async () => {
  const bytes = formatParquet(RESOURCE, formatCsv({ header: HEADER, rows: ROWS }));
  expect(await parquetReadObjects({ file: new Uint8Array(bytes).buffer })).toEqual([
    { period: '2025-04', count: 310n, status: null, note: 'Invented figure' },
    { period: '2025-05', count: null, status: 'c', note: '=HYPERLINK("https://example.org")' },
  ]);
});
