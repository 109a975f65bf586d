/**
 * Releases an invented large city (large-city.ts) of as many wards as are asked for, one size after another, and checks the
 * certificates by addition: `50` wards once, or `50x4` for a chain of four quarterly releases, of which the last is told by phases. Each has a process of its own (this module, run with a folder and a size), which tells the processor
 * time of each phase, on all threads together: it says more than time by the clock where other programs run beside. On Linux it
 * tells the peak of memory of each phase too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_FILE } from '../../src/run/lottery/secret-key.ts';
import { makeRelease } from '../../src/run/release/make-release.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { SOME_KEY } from '../some-key.ts';
import { LARGE_CITY, LAST_RELEASE, makeLargeCity } from './large-city.ts';
import { type Measurement, measureNode, RELEASE_FLAGS } from './measure.ts';

const SIZES = ['8', '16', '24', '50', '77'];
/** Of 50 wards, by the clock on two cores. */
const MOST_S = 30;
const MOST_MB = 1000;
const LIMITED = 50;

export async function benchScale(sizes: readonly string[]): Promise<Measurement[]> {
  const cities: City[] = [];
  for (const size of sizes.length === 0 ? SIZES : sizes) {
    const [wards = '', releases = '1'] = size.split('x');
    cities.push(await measureCity(Number(wards), Number(releases)));
  }
  return [...cities.flatMap(({ measured }) => measured), ...growthOf(cities)];
}

interface City {
  readonly wards: number;
  readonly cpuS: number;
  readonly measured: readonly Measurement[];
}

/** The power of the number of wards by which processor time grows: the slope of the least squares line through the logarithms. */
function growthOf(cities: readonly City[]): Measurement[] {
  if (cities.length < 2) return [];
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const points = cities.map(({ wards, cpuS }) => [Math.log(wards), Math.log(cpuS)] as const);
  const [x, y] = [meanOf(points.map(([each]) => each)), meanOf(points.map(([, each]) => each))];
  const slope =
    meanOf(points.map(([wards, cpuS]) => (wards - x) * (cpuS - y))) /
    meanOf(points.map(([wards]) => (wards - x) ** 2));
  return [{ what: 'Processor time grows by this power of the number of wards', value: slope, unit: 'power' }];
}

async function measureCity(wards: number, releases: number): Promise<City> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-bench-'));
  try {
    const args = [...RELEASE_FLAGS, import.meta.filename, folder, String(wards), String(releases)];
    const { seconds, peakMb, output } = await measureNode(args, '.');
    const release = join(folder, 'programs', LARGE_CITY, 'releases', LAST_RELEASE);
    const check = await measureNode(['scripts/attack.ts', '--check', release], '.');
    const made: readonly Made[] = JSON.parse(output);
    const { phases, cpuS } = made.at(-1) as Made;
    const peak = Math.max(peakMb, ...made.flatMap((one) => one.phases.map((phase) => phase.peakMb ?? 0)));
    const what = `${wards} wards`;
    const isLimited = wards <= LIMITED && releases === 1;
    const limits = isLimited ? { s: { most: MOST_S }, mb: { most: MOST_MB } } : { s: {}, mb: {} };
    const measured: Measurement[] = [
      ...phases.flatMap((phase) => measuredIn(phase, what)),
      ...made.flatMap((one): Measurement[] => [
        { what: `${what}, whole release ${one.id}, processor`, value: one.cpuS, unit: 's' },
        { what: `${what}, whole release ${one.id}, by the clock`, value: one.clockS, unit: 's' },
      ]),
      { what: `${what}, all by the clock`, value: seconds, unit: 's', ...limits.s },
      { what: `${what}, peak memory`, value: peak, unit: 'MB', ...limits.mb },
      { what: `${what}, certificates checked by addition`, value: check.seconds, unit: 's' },
    ];
    return { wards, cpuS, measured };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One release of a chain. */
interface Made {
  readonly id: string;
  readonly phases: readonly Phase[];
  readonly cpuS: number;
  readonly clockS: number;
}

interface Phase {
  readonly title: string;
  /** Of all threads, from this phase's first word to the next one's. */
  readonly cpuS: number;
  /** Null where the system does not tell. */
  readonly peakMb: number | null;
}

/** What took a tenth of a second or more. */
function measuredIn({ title, cpuS, peakMb }: Phase, city: string): Measurement[] {
  if (cpuS < 0.1) return [];
  const what = `${city}: ${title}`;
  const memory: Measurement[] =
    peakMb === null ? [] : [{ what: `${what}, peak memory`, value: peakMb, unit: 'MB' }];
  return [{ what: `${what}, processor`, value: cpuS, unit: 's' }, ...memory];
}

/** Makes the city in `folder` and its releases up to the last; this module's work when it is run. */
async function releaseCity(folder: string, wards: number, releases: number): Promise<readonly Made[]> {
  const [programs, tallies] = [join(folder, 'programs'), join(folder, 'tallies')];
  const { program, tally } = makeLargeCity(wards);
  await mkdir(join(programs, LARGE_CITY), { recursive: true });
  await mkdir(tallies);
  await writeFile(join(programs, LARGE_CITY, 'program.json'), JSON.stringify(program));
  await writeFile(join(tallies, 'cards-issued.csv'), tally);
  await writeFile(join(tallies, KEY_FILE), SOME_KEY);
  const made: Made[] = [];
  for (const id of chainOf(releases))
    made.push(await releaseOnce(folder, id, made.length === 0 ? 0 : processorS()));
  return made;
}

/** So many quarters, of which the last closes the city's last month. */
function chainOf(releases: number): string[] {
  const [year = 0, quarter = 0] = LAST_RELEASE.split('-Q').map(Number);
  return Array.from({ length: releases }, (_, at) => {
    const since = 4 * year + quarter - releases + at;
    return `${Math.floor(since / 4)}-Q${(since % 4) + 1}`;
  });
}

/** `startedS`: processor time when its first phase began. */
async function releaseOnce(folder: string, id: string, startedS: number): Promise<Made> {
  const startedMs = performance.now();
  const phases: Phase[] = [];
  let title = 'Start';
  let phaseS = startedS;
  const endPhase = (next: string) => {
    const nowS = processorS();
    phases.push({ title, cpuS: nowS - phaseS, peakMb: takePeakMb() });
    [title, phaseS] = [next, nowS];
  };
  const log = (line: string) => {
    if (/^ {2}\S/.test(line)) endPhase(line.trim());
  };
  const cores = availableParallelism();
  const effects = { ...pagelessEffects(), cores, log, print: () => undefined };
  await makeRelease(LARGE_CITY, { id, tallies: join(folder, 'tallies') }, effects, {
    repository: join(folder, 'none'),
    programs: join(folder, 'programs'),
  });
  endPhase('');
  return { id, phases, cpuS: processorS() - startedS, clockS: (performance.now() - startedMs) / 1000 };
}

/** The peak of the resident set since it was asked for last (proc_pid_status(5), proc_pid_clear_refs(5)). */
function takePeakMb(): number | null {
  try {
    const [, kb] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    writeFileSync('/proc/self/clear_refs', '5');
    return kb === undefined ? null : (Number(kb) * 1024) / 1e6;
  } catch {
    return null;
  }
}

function processorS(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

if (import.meta.main) {
  const [folder = '', wards, releases] = process.argv.slice(2);
  console.log(JSON.stringify(await releaseCity(folder, Number(wards), Number(releases))));
}
