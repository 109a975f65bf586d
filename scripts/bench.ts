// Measures time, memory and weights: npm run bench [-- PART [ARGUMENTS]]. Exit 0, 1 over a limit, 2 usage.
import { usageOf } from '../src/run/usage.ts';
import { benchChoice } from '../tests/bench/choice.ts';
import { benchDocket } from '../tests/bench/docket.ts';
import { benchLoad } from '../tests/bench/load.ts';
import { type Measurement, measureBaseline } from '../tests/bench/measure.ts';
import { benchProtect } from '../tests/bench/protect.ts';
import { benchRelease } from '../tests/bench/release.ts';
import { benchRerun } from '../tests/bench/rerun.ts';
import { benchScale } from '../tests/bench/scale.ts';
import { benchSecond } from '../tests/bench/second.ts';
import { benchSite } from '../tests/bench/site.ts';
import { benchSources } from '../tests/bench/sources.ts';
import { benchTallies } from '../tests/bench/tallies.ts';
import { benchYears } from '../tests/bench/years.ts';

type Part = (args: readonly string[]) => Promise<readonly Measurement[]>;

const PARTS: Readonly<Record<string, Part>> = {
  choice: benchChoice,
  docket: benchDocket,
  load: benchLoad,
  protect: benchProtect,
  release: benchRelease,
  rerun: benchRerun,
  scale: benchScale,
  second: benchSecond,
  site: benchSite,
  sources: benchSources,
  tallies: benchTallies,
  years: benchYears,
};

function describe({ what, value, unit, most }: Measurement, baselineS: number): string {
  const ratio = unit === 's' ? `, ${(value / baselineS).toFixed(1)} times the baseline` : '';
  const limit = most === undefined ? '' : `, ${value <= most ? 'within' : 'OVER'} ${most} ${unit}`;
  return `  ${what}: ${Number(value.toFixed(unit === 'times' ? 2 : 1))} ${unit}${ratio}${limit}`;
}

/** Whether every figure of a part is within its limit. */
async function runPart(name: string, part: Part, args: readonly string[]): Promise<boolean> {
  console.log(`> ${name}`);
  const baselineS = measureBaseline();
  console.log(`  baseline (hashing 400 MB): ${baselineS.toFixed(2)} s`);
  const measured = await part(args);
  for (const one of measured) console.log(describe(one, baselineS));
  return measured.every(({ value, most }) => most === undefined || value <= most);
}

const [name, ...args] = process.argv.slice(2);
const chosen = Object.entries(PARTS).filter(([part]) => name === undefined || part === name);
if (chosen.length === 0) {
  console.error(usageOf('bench'));
  process.exit(2);
}
let within = true;
for (const [part, run] of chosen) within = (await runPart(part, run, args)) && within;
process.exitCode = within ? 0 : 1;
