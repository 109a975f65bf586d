import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptAll } from '../../src/reading/problem.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { END, makeProgram, readCards, rowsOf, withMeasure } from './fixture.ts';

const HEADER = 'period,channel,area,count\n';

const gridsOf = (read: Awaited<ReturnType<typeof readCards>>) =>
  read.ok ? read.value.map(({ grids }) => grids) : read;

describe('readTallies puts rows into grids', () => {
  test('reads each row into the grid of its levels', async () => {
    const read = await readCards(`${HEADER}2024-04,online,a2,7\n2024-Q2,event,east,0\n2024-05,_T,_T,31\n`);
    expect(rowsOf(read)).toEqual(
      ['2024-05|_T|_T 31', '2024-04|online|a2 7', '2024-Q2|event|east 0'].sort(byLevel),
    );
    const levels = read.ok ? read.value[0]?.grids.map((grid) => grid.levels.join('|')) : [];
    expect(levels).toEqual(['month|channel|area', 'month|_T|_T', 'quarter|channel|district']);
  });

  test('makes each grid the full product of its codes, with -1 where there is no row', async () => {
    const read = await readCards(`${HEADER}2024-04,online,a2,7\n`);
    const grid = read.ok ? read.value[0]?.grids[0] : undefined;
    expect(grid?.codes.map((codes) => codes.length)).toEqual([12, 2, 3]);
    expect(grid?.counts.length).toBe(72);
    expect(grid?.counts.filter((count) => count === -1).length).toBe(71);
    expect(grid?.people).toBeNull();
  });

  test('takes the columns in any order', async () => {
    expect(rowsOf(await readCards('count,area,period,channel\n7,a2,2024-04,online\n'))).toEqual([
      '2024-04|online|a2 7',
    ]);
  });

  test('gives the same grids whatever the order of the rows', async () => {
    const lines = ['2024-04,online,a2,7', '2024-Q2,event,east,0', '2024-05,_T,_T,31', '2024-04,event,a1,12'];
    const sorted = await readCards(HEADER + lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
        expect(gridsOf(await readCards(HEADER + shuffled.join('\n')))).toEqual(gridsOf(sorted));
      }),
      { numRuns: 10 },
    );
  });

  test('reads back whatever counts were written, at any level', async () => {
    const periods = fc.constantFrom('2024-04', '2024-12', '2024-Q3', '2025-Q1', '2025-03');
    const key = fc.tuple(
      periods,
      fc.constantFrom('event', 'online', '_T'),
      fc.constantFrom('a1', 'a3', 'east', '_T'),
    );
    const row = fc.tuple(key, fc.integer({ min: 0, max: 2 ** 31 - 1 }));
    const rows = fc.uniqueArray(row, { selector: ([codes]) => codes.join('|'), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const text = HEADER + written.map(([codes, count]) => `${codes.join(',')},${count}\n`).join('');
        const wanted = written.map(([codes, count]) => `${codes.join('|')} ${count}`);
        expect(rowsOf(await readCards(text)).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 50 },
    );
  });

  test('keeps people beside the count where the measure carries them', async () => {
    const read = await readCards(
      'period,channel,area,count,people\n2024-04,online,a2,11,9\n',
      withMeasure({ people: true }),
    );
    expect(rowsOf(read)).toEqual(['2024-04|online|a2 11 9']);
  });

  test('sets aside and counts the periods that end after the release', async () => {
    const read = await readCards(
      `${HEADER}2025-03,online,a2,7\n2025-04,online,a2,8\n2025-Q2,online,a2,8\n2025,_T,_T,9\n`,
    );
    expect(rowsOf(read)).toEqual(['2025-03|online|a2 7']);
    expect(read.ok && read.value[0]?.setAside).toBe(3);
  });

  test('takes the total over all periods of a flow', async () => {
    expect(rowsOf(await readCards(`${HEADER}_T,_T,_T,70\n`))).toEqual(['_T|_T|_T 70']);
  });

  test('reads a file of many blocks', async () => {
    const areas = Array.from({ length: 3000 }, (_, index) => ({
      code: `area-number-${index}`,
      label: 'Area',
    }));
    const program = makeProgram({
      dimensions: [{ id: 'area', label: 'Area', codes: areas }],
      measures: [{ id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['area'] }],
    });
    const months = ['2024-04', '2024-05', '2024-06', '2024-07'];
    const lines = months.flatMap((month) => areas.map(({ code }, index) => `${month},${code},${index}`));
    const read = await readCards(`period,area,count\n${lines.join('\n')}`, program);
    expect(rowsOf(read)).toEqual(lines.map((line) => line.replace(',', '|').replace(',', ' ')));
  });
});

describe('readTallies understands what spreadsheets write', () => {
  const wanted = ['2024-04|online|a2 7', '2024-05|online|a2 0'];

  test.each([
    ['a byte order mark', '\uFEFFperiod,channel,area,count\n2024-04,online,a2,7\n2024-05,online,a2,0\n'],
    ['CRLF', 'period,channel,area,count\r\n2024-04,online,a2,7\r\n2024-05,online,a2,0\r\n'],
    ['semicolons', 'period;channel;area;count\n2024-04;online;a2;7\n2024-05;online;a2;0\n'],
    [
      'quotes',
      '"period","channel","area","count"\n"2024-04","online","a2","7"\n"2024-05","online","a2","0"\n',
    ],
    ['trailing blank rows', 'period,channel,area,count\n2024-04,online,a2,7\n2024-05,online,a2,0\n,,,\n\n\n'],
    ['no closing line break', 'period,channel,area,count\n2024-04,online,a2,7\n2024-05,online,a2,0'],
    [
      'all of these',
      '\uFEFF"period";channel;area;count\r\n2024-04;online;a2;7\r\n2024-05;online;a2;"0"\r\n;;;\r\n\r\n',
    ],
  ])('%s', async (_, text) => {
    expect(rowsOf(await readCards(text))).toEqual(wanted);
  });
});

describe('readTallies reads a program', () => {
  test('names every measure whose file is missing, but not the docket', async () => {
    const measure = { label: 'M', unit: 'things', kind: 'flow', dimensions: [] };
    const program = makeProgram({
      measures: ['cards-issued', 'applications', 'legal-requests-received'].map((id) => ({ ...measure, id })),
    });
    const folder = await mkdtemp(join(tmpdir(), 'daylight-tallies-'));
    const read = acceptAll(await readTallies({ program, end: END, folder }));
    await rm(folder, { recursive: true });
    expect(read.ok ? [] : read.problems.map(({ file, code }) => [file, code])).toEqual([
      [join(folder, 'cards-issued.csv'), 'missing-file'],
      [join(folder, 'applications.csv'), 'missing-file'],
    ]);
  });

  test('reads nothing for a program without periods', async () => {
    const program = makeProgram({ period: undefined, measures: [] });
    expect(await readTallies({ program, end: END, folder: '/nowhere' })).toEqual([]);
  });
});

/** Months before quarters. */
function byLevel(one: string, other: string): number {
  return (
    Number(one.includes('Q')) - Number(other.includes('Q')) ||
    Number(one.includes('_T')) - Number(other.includes('_T'))
  );
}
