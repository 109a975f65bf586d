/**
 * Releases an invented large city (large-city.ts) of as many wards as are asked for, one size after another, and checks the
 * certificates by addition. Each has a process of its own (this module, run with a folder and a size), which tells the processor
 * time of each phase, on all threads together: it says more than time by the clock where other programs run beside.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_FILE } from '../../src/run/lottery/secret-key.ts';
import { makeRelease } from '../../src/run/release/make-release.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { SOME_KEY } from '../some-key.ts';
import { LARGE_CITY, LAST_RELEASE, makeLargeCity } from './large-city.ts';
import { type Measurement, measureNode } from './measure.ts';

const SIZES = [16, 50];
/** Of 50 wards. */
const MOST_S = 30;
const MOST_MB = 1000;
const LIMITED = 50;

export async function benchScale(sizes: readonly string[]): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const wards of sizes.length === 0 ? SIZES : sizes.map(Number))
    measured.push(...(await measureCity(wards)));
  return measured;
}

async function measureCity(wards: number): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-bench-'));
  try {
    const args = ['--max-semi-space-size=8', import.meta.filename, folder, String(wards)];
    const { seconds, peakMb, output } = await measureNode(args, '.');
    const release = join(folder, 'programs', LARGE_CITY, 'releases', LAST_RELEASE);
    const check = await measureNode(['scripts/attack.ts', '--check', release], '.');
    const phases: readonly Phase[] = JSON.parse(output);
    const cpu = phases.reduce((sum, { cpuS }) => sum + cpuS, 0);
    const what = `${wards} wards`;
    const limits = wards <= LIMITED ? { s: { most: MOST_S }, mb: { most: MOST_MB } } : { s: {}, mb: {} };
    return [
      ...phases.map(
        ({ title, cpuS }): Measurement => ({ what: `${what}: ${title}, processor`, value: cpuS, unit: 's' }),
      ),
      { what: `${what}, whole release, processor`, value: cpu, unit: 's', ...limits.s },
      { what: `${what}, whole release, by the clock`, value: seconds, unit: 's' },
      { what: `${what}, peak memory`, value: peakMb, unit: 'MB', ...limits.mb },
      { what: `${what}, certificates checked by addition`, value: check.seconds, unit: 's' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Phase {
  readonly title: string;
  /** Of all threads, from this phase's first word to the next one's. */
  readonly cpuS: number;
}

/** Makes the city in `folder` and releases it; this module's work when it is run. */
async function releaseCity(folder: string, wards: number): Promise<readonly Phase[]> {
  const [programs, tallies] = [join(folder, 'programs'), join(folder, 'tallies')];
  const { program, tally } = makeLargeCity(wards);
  await mkdir(join(programs, LARGE_CITY), { recursive: true });
  await mkdir(tallies);
  await writeFile(join(programs, LARGE_CITY, 'program.json'), JSON.stringify(program));
  await writeFile(join(tallies, 'cards-issued.csv'), tally);
  await writeFile(join(tallies, KEY_FILE), SOME_KEY);
  const starts = [{ title: 'start', at: 0 }];
  const log = (line: string) => {
    if (/^ {2}\S/.test(line)) starts.push({ title: line.trim(), at: processorS() });
  };
  const effects = { ...pagelessEffects(), log, print: () => undefined };
  await makeRelease(LARGE_CITY, { id: LAST_RELEASE, tallies }, effects, {
    repository: join(folder, 'none'),
    programs,
  });
  const ends = [...starts.slice(1).map(({ at }) => at), processorS()];
  return starts.map(({ title, at }, place) => ({ title, cpuS: (ends[place] as number) - at }));
}

function processorS(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

if (import.meta.main) {
  const [folder = '', wards] = process.argv.slice(2);
  console.log(JSON.stringify(await releaseCity(folder, Number(wards))));
}
