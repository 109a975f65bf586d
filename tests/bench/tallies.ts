/**
 * Reads a tally of ten million distinct rows. The file is made in the system's temporary folder and taken away
 * again. Reading has a process of its own (this module, run with a folder), so that the peak of memory is that of
 * reading. Node lets its space for young objects grow to 128 MB on a large machine, whatever is in it;
 * `npm run release` holds it down by the same option as here.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseEnd } from '../../src/program/period.ts';
import { type Program, programSchema } from '../../src/program/program.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { type Measurement, measureNode, RELEASE_FLAGS } from './measure.ts';

const END = releaseEnd('2024-Q4') ?? 0;
const MONTHS = 80;
const CODES = { area: 250, age: 50, kind: 10 };
const ROWS = MONTHS * CODES.area * CODES.age * CODES.kind;
const MEASURE = 'cards-issued';

function codesOf(dimension: keyof typeof CODES): string[] {
  return Array.from({ length: CODES[dimension] }, (_, index) => `${dimension}-${index + 1}`);
}

function monthsUntil(end: number): string[] {
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = end - MONTHS + 1 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function makeProgram(from: string): Program {
  const dimensions = (['area', 'age', 'kind'] as const).map((id) => ({
    id,
    label: id,
    codes: codesOf(id).map((code) => ({ code, label: code })),
  }));
  return programSchema.parse({
    id: 'bench',
    name: 'Bench',
    city: 'Bench',
    nature: 'invented',
    standing: 'Invented figures.',
    summary: 'A program for measuring.',
    tallies: 'confidential',
    period: { from, levels: ['month', 'year'] },
    dimensions,
    measures: [
      { id: MEASURE, label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['area', 'age', 'kind'] },
    ],
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  });
}

/** Every combination of month, area, age and kind once; counts follow from their places. */
async function writeTally(path: string, months: readonly string[]): Promise<void> {
  const file = createWriteStream(path);
  file.write('period,area,age,kind,count\n');
  for (const month of months) {
    for (const area of codesOf('area')) {
      const lines = codesOf('age').flatMap((age, a) =>
        codesOf('kind').map((kind, k) => `${month},${area},${age},${kind},${(a * k) % 40}\n`),
      );
      if (!file.write(lines.join(''))) await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'finish');
}

function countRows(counts: Iterable<number>): number {
  let rows = 0;
  for (const count of counts) rows += count >= 0 ? 1 : 0;
  return rows;
}

export async function benchTallies(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-bench-'));
  try {
    await writeTally(join(folder, `${MEASURE}.csv`), monthsUntil(END));
    const args = [...RELEASE_FLAGS, import.meta.filename, folder];
    const { seconds, peakMb, output } = await measureNode(args, folder);
    if (Number(output) !== ROWS) throw new Error(`${output} of ${ROWS} rows were read.`);
    return [
      { what: `reading ${ROWS} rows`, value: seconds, unit: 's' },
      { what: `reading ${ROWS} rows, peak memory`, value: peakMb, unit: 'MB', most: 300 },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many rows of the tally in `folder` are read; this module's work when it is run. */
async function readTally(folder: string): Promise<number> {
  const [from = ''] = monthsUntil(END);
  const [read] = await readTallies({ program: makeProgram(from), end: END, folder });
  return read?.ok ? countRows(read.value.grids[0]?.counts ?? []) : 0;
}

if (import.meta.main) console.log(await readTally(process.argv[2] ?? ''));
