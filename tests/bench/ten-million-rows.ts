/**
 * Reads a tally of ten million distinct rows and prints rows, seconds and the peak of memory (resident set).
 * Run by `npm run bench`; the file is made in the system's temporary folder and taken away again. Writing and
 * reading have a process each, so that the peak is that of reading. Node lets its space for young objects grow
 * to 128 MB on a large machine, whatever is in it; `npm run release` holds it down by the same option as here.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseEnd } from '../../src/model/period.ts';
import { type Program, programSchema } from '../../src/model/program.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';

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

async function readTally(folder: string, months: readonly string[]): Promise<void> {
  const startedMs = performance.now();
  const read = await readTallies({ program: makeProgram(months[0] ?? ''), end: END, folder });
  const seconds = (performance.now() - startedMs) / 1000;
  const rows = read.ok ? countRows(read.value[0]?.grids[0]?.counts ?? []) : 0;
  if (rows !== ROWS) throw new Error(`internal error: ${rows} of ${ROWS} rows were read.`);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`rows ${rows}, seconds ${seconds.toFixed(1)}, peak MB ${peakMb}`);
}

function runSelf(...args: readonly string[]): void {
  execFileSync(process.execPath, ['--max-semi-space-size=8', import.meta.filename, ...args], {
    stdio: 'inherit',
  });
}

async function writeAndRead(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-bench-'));
  try {
    runSelf('write', folder);
    runSelf('read', folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const months = monthsUntil(END);
const [part, folder = ''] = process.argv.slice(2);
if (part === 'write') await writeTally(join(folder, `${MEASURE}.csv`), months);
else if (part === 'read') await readTally(folder, months);
else await writeAndRead();
