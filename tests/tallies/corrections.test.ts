// A batch of corrections at the door: what it puts in place of what, and every fault with its place and its remedy.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { releaseEnd } from '../../src/program/period.ts';
import type { Program } from '../../src/program/program.ts';
import { acceptAll, type Checked } from '../../src/reading/problem.ts';
import { type Batch, readCorrections } from '../../src/tallies/read-corrections.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { END, makeProgram, rowsOf, withMeasure } from './fixture.ts';

const HEADER = 'period,channel,area,count\n';
const TALLY = `${HEADER}2024-04,event,a1,20\n2024-05,event,a1,30\n2025-02,event,a1,7\n`;
const REASON = 'A box of forms turned up.';
const CLOSED = releaseEnd('2024-Q4');

interface Files {
  /** Undefined: there is no such file. */
  readonly rows?: string | undefined;
  readonly reason?: string | undefined;
  readonly others?: Readonly<Record<string, string>>;
}

interface Options {
  readonly program?: Program;
  readonly tally?: string;
  /** Whether no release stands yet. */
  readonly isFirst?: boolean;
}

async function read(
  { rows, reason = REASON, others = {} }: Files,
  { program = makeProgram(), tally = TALLY, isFirst = false }: Options = {},
): Promise<Checked<Batch | null>> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-corrections-'));
  const files = {
    ...(rows === undefined ? {} : { 'cards-issued.csv': rows }),
    ...(reason === '' ? {} : { 'reason.txt': reason }),
    ...others,
  };
  try {
    await writeFile(join(folder, 'cards-issued.csv'), tally);
    await mkdir(join(folder, 'corrections'));
    for (const [name, text] of Object.entries(files))
      await writeFile(join(folder, 'corrections', name), text);
    const tallies = acceptAll(await readTallies({ program, end: END, folder }));
    if (!tallies.ok) throw new Error(JSON.stringify(tallies.problems));
    return await readCorrections(
      { program, folder, closed: isFirst ? undefined : CLOSED, docket: null },
      tallies.value,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `file line column code` of each problem; every one of them says what to do. */
async function placesOf(...args: Parameters<typeof read>): Promise<string[]> {
  const found = await read(...args);
  if (found.ok) return [];
  for (const { message, fix } of found.problems) expect(`${message} ${fix}`).toMatch(/^[A-Z].+\. [A-Z].+\.$/);
  return found.problems.map(({ file, line, column, code }) => `${basename(file)} ${line} ${column} ${code}`);
}

const problemsOfRow = (row: string, options: Parameters<typeof read>[1] = {}) =>
  placesOf({ rows: `${HEADER}2024-04,event,a1,21\n${row}\n` }, options);

describe('readCorrections', () => {
  test('of an empty folder is no batch', async () => {
    expect(await read({ reason: '' })).toEqual({ ok: true, value: null });
  });

  test('puts the rows of the batch in the place of those of the tally, and leaves the others', async () => {
    const batch = await read({ rows: `${HEADER}2024-05,event,a1,42\n` });
    expect(batch).toMatchObject({ ok: true, value: { reason: REASON } });
    expect(batch.ok && rowsOf({ ok: true, value: batch.value?.tallies ?? [] })).toEqual([
      '2024-04|event|a1 20',
      '2024-05|event|a1 42',
      '2025-02|event|a1 7',
    ]);
  });

  test('takes a row that the tally leaves out for a zero where absent rows are', async () => {
    const rows = `${HEADER}2024-04,online,a2,12\n`;
    expect(await placesOf({ rows }, { program: withMeasure({ absentRows: 'zero' }) })).toEqual([]);
    expect(
      await placesOf(
        { rows: `${HEADER}2024-04,online,a2,0\n` },
        { program: withMeasure({ absentRows: 'zero' }) },
      ),
    ).toEqual(['cards-issued.csv 2 count no-change']);
  });

  test('takes the people behind a count', async () => {
    const people = {
      program: withMeasure({ people: true }),
      tally: 'period,channel,area,count,people\n2024-04,event,a1,20,18\n2025-02,event,a1,7,7\n',
    };
    const header = 'period,channel,area,count,people\n';
    expect(await placesOf({ rows: `${header}2024-04,event,a1,20,18\n` }, people)).toEqual([
      'cards-issued.csv 2 count no-change',
    ]);
    expect(await placesOf({ rows: `${header}2024-04,event,a1,20,11\n` }, people)).toEqual([]);
  });
});

describe('readCorrections refuses', () => {
  test.each([
    ['a period that no release has closed', '2025-02,event,a1,9', 'period period-not-closed'],
    ['a period that is none', '2024-13,event,a1,9', 'period unknown-period'],
    ['a code that is not declared', '2024-05,event,a9,9', 'area unknown-code'],
    ['a count that is none', '2024-05,event,a1,many', 'count count-not-a-number'],
    ['a row that the tally does not have', '2024-05,online,a1,9', 'period nothing-to-correct'],
    ['a row at another level than the tally', '2024-05,event,east,42', 'period nothing-to-correct'],
    ['a row that is as the tally has it', '2024-05,event,a1,30', 'count no-change'],
    ['a second row of the same key', '2024-04,event,a1,22', ' duplicate-key'],
  ])('%s', async (_, row, place) => {
    expect(await problemsOfRow(row)).toEqual([`cards-issued.csv 3 ${place}`]);
  });

  test('every fault at once, in the order of the lines', async () => {
    const rows = `${HEADER}2024-04,event,a1,20\n2024-05,online,a1,9\n2024-05,event,a1,30\n`;
    expect(await placesOf({ rows })).toEqual([
      'cards-issued.csv 2 count no-change',
      'cards-issued.csv 3 period nothing-to-correct',
      'cards-issued.csv 4 count no-change',
    ]);
  });

  test.each([
    ['no reason', '', 0, 'reason-missing'],
    ['an empty reason', ' \n', 1, 'text-empty'],
    ['a reason with a figure', 'We found 12 forms.', 1, 'reason-figures'],
    ['a reason with an e-mail address', 'Ask ann@city.example.', 1, 'personal-text'],
    ['a reason that is a name', 'Ann Example', 1, 'personal-text'],
    ['a reason of two lines', 'Forms turned up.\nMany.', 2, 'reason-lines'],
    ['a reason that a spreadsheet takes for a formula', '=A', 1, 'reason-form'],
    ['an endless reason', `A${' very'.repeat(80)} long reason.`, 1, 'reason-long'],
  ])('%s', async (_, reason, line, code) => {
    expect(await placesOf({ rows: `${HEADER}2024-05,event,a1,42\n`, reason })).toEqual([
      `reason.txt ${line}  ${code}`,
    ]);
  });

  test('a file that is named for no measure, and a folder without rows', async () => {
    expect(await placesOf({ others: { 'cards.csv': '' } })).toEqual([
      'cards.csv 0  unknown-file',
      'corrections 0  no-rows',
    ]);
  });

  test('a batch before the first release', async () => {
    expect(await placesOf({ rows: `${HEADER}2024-05,event,a1,42\n` }, { isFirst: true })).toEqual([
      'corrections 0  nothing-closed',
    ]);
  });
});
