/**
 * Reads a tally of ten million distinct rows and prints rows, seconds and the peak of memory (resident set).
 * Run by `npm run bench`; the file is made in the system's temporary folder and taken away again.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseEnd } from '../../src/model/period.ts';
import { type Program, programSchema } from '../../src/model/program.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';

const RELEASE = '2024-Q4';
const MONTHS = 80;
const CODES = { area: 250, age: 50, kind: 10 };
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
    measures: [{ id: MEASURE, label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['area', 'age', 'kind'] }],
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  });
}

/** Every combination of month, area, age and kind once; counts follow from their places. */
async function writeTally(path: string, months: readonly string[]): Promise<number> {
  const file = createWriteStream(path);
  file.write('period,area,age,kind,count\n');
  let rows = 0;
  for (const month of months) {
    for (const area of codesOf('area')) {
      const lines = codesOf('age').flatMap((age, a) =>
        codesOf('kind').map((kind, k) => `${month},${area},${age},${kind},${(a * k) % 40}\n`),
      );
      rows += lines.length;
      if (!file.write(lines.join(''))) await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'finish');
  return rows;
}

const end = releaseEnd(RELEASE) ?? 0;
const months = monthsUntil(end);
const folder = await mkdtemp(join(tmpdir(), 'daylight-bench-'));
try {
  const rows = await writeTally(join(folder, `${MEASURE}.csv`), months);
  const startedMs = performance.now();
  const read = await readTallies({ program: makeProgram(months[0] ?? ''), end, folder });
  const seconds = (performance.now() - startedMs) / 1000;
  const kept = read.ok ? (read.value[0]?.grids[0]?.counts.filter((count) => count >= 0).length ?? 0) : 0;
  if (kept !== rows) throw new Error(`internal error: ${kept} of ${rows} rows were read.`);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`rows ${rows}, seconds ${seconds.toFixed(1)}, peak MB ${peakMb}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
