/**
 * The second attack on every case of a folder, as `npm run protect` publishes it at k = 5 and 10: how many cells are hidden, and of how
 * many the attack by GLPK finds that they are unsafe, or does not decide. Beside it how many `src/verify` shows by addition.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { readCase as readTrueCase } from '../../src/run/case/case-file.ts';
import { buildCaseSystem } from '../../src/run/case/case-system.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { verify } from '../../src/verify/verify.ts';
import { attackSystem, certify } from '../attack/on-this-thread.ts';
import { attack } from '../second-attack/attack.ts';
import { readCase } from '../second-attack/read-case.ts';
import type { Measurement } from './measure.ts';

const CASES = '../shared/cases/tables';
const THRESHOLDS = ['5', '10'];
/** Of the solver on a cheaper choice: none, which is quick, and as safe. */
const WORK = '0';
const LIMIT_S = '600';
const MOST_BYTES = 100_000_000;

/** Of all cases together. */
interface Sums {
  hidden: number;
  unsafe: number;
  undecided: number;
  unshown: number;
  skipped: number;
}

export async function benchSecond([
  only,
  work = WORK,
  limitS = LIMIT_S,
  folder = CASES,
]: readonly string[]): Promise<Measurement[]> {
  if (!existsSync(folder)) {
    console.log(`  not measured, for here is no ${folder}`);
    return [];
  }
  const sums: Sums = { hidden: 0, unsafe: 0, undecided: 0, unshown: 0, skipped: 0 };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    for (const k of only === undefined ? THRESHOLDS : [only]) {
      const file = join(folder, name);
      const csv = await protectWithin(file, ['--k', k, '--work', work], Number(limitS));
      const said = csv.startsWith('skipped: ') ? csv : await attackTwice(file, csv, Number(k), sums);
      sums.skipped += Number(said === csv);
      console.log(`  ${name.replace('.json', '')} k = ${k}: ${said}`);
    }
  }
  return [
    { what: 'hidden cells of all cases', value: sums.hidden, unit: 'cells' },
    { what: 'found unsafe', value: sums.unsafe, unit: 'cells', most: 0 },
    { what: 'not decided by GLPK', value: sums.undecided, unit: 'cells', most: 0 },
    { what: 'faults that src/verify finds', value: sums.unshown, unit: 'cells', most: 0 },
    { what: 'cases that were skipped', value: sums.skipped, unit: 'times' },
  ];
}

/** What `npm run protect` writes, or why nothing is attacked. */
async function protectWithin(file: string, how: readonly string[], limitS: number): Promise<string> {
  const options = { timeout: limitS * 1000, maxBuffer: MOST_BYTES };
  try {
    return (await promisify(execFile)(process.execPath, ['scripts/protect.ts', file, ...how], options))
      .stdout;
  } catch (error) {
    const { killed, stderr = '' } = error as { readonly killed?: boolean; readonly stderr?: string };
    return killed === true
      ? `skipped: npm run protect did not end in ${limitS} s`
      : `skipped: npm run protect refused it. ${stderr.trim().split('\n').at(-1)}`;
  }
}

async function attackTwice(file: string, csv: string, k: number, sums: Sums): Promise<string> {
  const startedMs = performance.now();
  const { verdicts, faults, sets } = attack(readCase(JSON.parse(readFileSync(file, 'utf8')), csv, k), {
    ranges: false,
  });
  const seconds = (performance.now() - startedMs) / 1000;
  const hidden = verdicts.filter(({ isDifference }) => !isDifference).length;
  const unsafe = verdicts.filter(({ is }) => is === 'unsafe').length + faults.length + sets.length;
  const undecided = verdicts.filter(({ is }) => is === 'undecided').length;
  const unshown = await verifyFaults(file, csv, k);
  sums.hidden += hidden;
  sums.unsafe += unsafe;
  sums.undecided += undecided;
  sums.unshown += unshown;
  const found = `${hidden} hidden cells, ${unsafe} found unsafe, ${undecided} not decided, ${seconds.toFixed(1)} s`;
  return `${found}; src/verify: ${unshown === 0 ? 'all shown' : `${unshown} faults`}`;
}

/** How many faults the part to trust finds, with certificates by our own attack on what was published. */
async function verifyFaults(file: string, csv: string, k: number): Promise<number> {
  const read = await readTrueCase(file);
  if (!read.ok) throw new Error(`${file} cannot be read.`);
  const { system, published, namesOf, counts } = buildCaseSystem(read.value);
  const [, ...lines] = Papa.parse<string[]>(csv.trim()).data;
  const shown = new Map(lines.map((fields) => [fields.slice(0, -2).join('|'), fields.at(-2)]));
  const given = counts.map((): number | undefined => undefined);
  for (const cell of published) {
    const count = shown.get(namesOf(cell).join('|'));
    if (count === undefined)
      throw new Error(`${file}: what was published lacks ${namesOf(cell).join(' x ')}.`);
    given[cell] = count === '' ? undefined : Number(count);
  }
  const facts = {
    given,
    withheld: new Set(published.filter((cell) => given[cell] === undefined)),
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
  };
  const solver = await loadSolver();
  const report = attackSystem(system, facts, { k, solver, ranges: false });
  const certificates = certify({ system, facts, report, k, solver });
  return verify({ system, facts, k, certificates }).faults.length;
}
