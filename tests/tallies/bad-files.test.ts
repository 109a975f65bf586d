import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acceptAll } from '../../src/reading/problem.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { END, makeProgram, placesOf } from './fixture.ts';

const HEADER = 'period,channel,area,count\n';
const LONG = '2025-04,online,a1,1\n'.repeat(9000);

describe('readTallies refuses a file that', () => {
  test('is a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'daylight-tallies-'));
    await mkdir(join(folder, 'cards-issued.csv'));
    const read = acceptAll(await readTallies({ program: makeProgram(), end: END, folder }));
    await rm(folder, { recursive: true });
    expect(read).toMatchObject({
      ok: false,
      problems: [{ code: 'unreadable-file', message: 'The file cannot be read (EISDIR).' }],
    });
  });

  test('is empty', async () => {
    expect(await placesOf('')).toEqual(['0  empty-file']);
  });

  test.each([
    ['is UTF-16 in name alone', Buffer.from([0xff, 0xfe, 0x00, 0xdc, 0x41, 0x00]), '0  encoding'],
    ['is UTF-16 without a mark', Buffer.from(`${HEADER}2024-04,online,a1,3\n`, 'utf16le'), '0  encoding'],
    ['is Latin-1', Buffer.from(`${HEADER}2024-04,online,a1,3\n2024-05,café,a1,3\n`, 'latin1'), '3  encoding'],
    ['turns Latin-1 late', Buffer.from(`${HEADER}${LONG}2024-05,café,a1,3\n`, 'latin1'), '9002  encoding'],
    [
      'is a spreadsheet',
      Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x0a, 0x00]),
      '0  encoding',
    ],
    ['is one endless line', Buffer.alloc(200_000, 'a'), '0  long-line'],
  ])('%s', async (_, bytes, place) => {
    expect(await placesOf(bytes)).toEqual([place]);
  });

  test.each([
    ['does not close a quote', `${HEADER}2024-04,"online,a1,3\n2024-05,online,a1,3\n`, '2  broken-quotes'],
    [
      'does not close a quote in the header',
      `period,"channel,area,count\n2024-05,online,a1,3\n`,
      '1  broken-quotes',
    ],
    [
      'has text after a closing quote',
      `${HEADER}2024-04,online,a1,3\n2024-05,"on"line,a1,3\n`,
      '3  broken-quotes',
    ],
    ['breaks a line inside quotes', `${HEADER}2024-04,"on\nline",a1,3\n`, '2  broken-quotes'],
    ['does not close a late quote', `${HEADER}${LONG}2024-05,online,"a1,3\n`, '9002  broken-quotes'],
  ])('%s', async (_, text, place) => {
    expect(await placesOf(text)).toEqual([place]);
  });

  test('breaks off at bad quotes, with the faults up to there', async () => {
    expect(await placesOf(`${HEADER}2024-04,online,a1,-3\n2024-05,"online,a1,3\n`)).toEqual([
      '2 count count-negative',
      '3  broken-quotes',
    ]);
  });
});
