/**
 * `npm run attack -- <release folder>`: what an outsider can prove from that release and all before it, from
 * published files alone. 0: the promise is kept. 1: it is broken, or the files cannot be trusted.
 */
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { AttackReport } from '../attack/attack.ts';
import { compareReleases } from '../model/period.ts';
import { listReleases, readRelease } from '../release/read-release.ts';
import type { Release } from '../release/release.ts';
import { verifyRelease } from '../release/verify-release.ts';
import { loadSolver } from '../solver/solver.ts';
import { attackReleases, openTrial, promisedK, type Trial } from './attack-release.ts';
import { type ExitCode, endWith, UsageError } from './command.ts';
import type { Effects } from './effects.ts';
import { cellSpaceOf, readBounds } from './read-bounds.ts';
import { orRefuse } from './read-program.ts';
import { step } from './step.ts';

const USAGE =
  'Usage: npm run attack -- <release folder>\n  For example: npm run attack -- data/programs/example-city/releases/2025-Q2';

export function attackCommand(args: readonly string[], effects: Effects): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects), USAGE, effects);
}

function parse(args: readonly string[]): string {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [folder, ...surplus] = positionals;
    if (folder !== undefined && surplus.length === 0) return resolve(folder);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  throw new UsageError('Name one release folder.');
}

async function run(folder: string, effects: Effects): Promise<ExitCode> {
  const program = dirname(dirname(folder));
  const known = await listReleases(program);
  if (!known.some((id) => join(program, 'releases', id) === folder)) {
    const others = known.length === 0 ? '' : ` Beside it: ${known.join(', ')}.`;
    throw new UsageError(
      `${folder} is no folder of a release, or is not there. Name one like data/programs/<program>/releases/2025-Q2.${others}`,
    );
  }
  const id = folder.slice(dirname(folder).length + 1);
  const releases = await step('Check hashes and read', effects, () =>
    readUpTo(
      program,
      known.filter((one) => compareReleases(one, id) <= 0),
    ),
  );
  const [last] = releases.slice(-1);
  if (last === undefined) throw new Error('internal error: no release was read');
  const trial = openTrial(releases, await readBounds(program, cellSpaceOf(last)));
  const solver = await loadSolver();
  const report = await step('Attack everything published up to it', effects, () =>
    attackReleases(trial, solver),
  );
  for (const line of describe(report, trial)) effects.print(line);
  return report.kept ? 0 : 1;
}

async function readUpTo(program: string, ids: readonly string[]): Promise<Release[]> {
  const releases: Release[] = [];
  for (const id of ids) {
    const folder = join(program, 'releases', id);
    orRefuse(
      await verifyRelease(folder),
      `Release ${id} is not as it was sealed, so nothing can be said of it.`,
    );
    releases.push(orRefuse(await readRelease(folder), `Release ${id} cannot be read.`));
  }
  return releases;
}

function describe({ kept, condemned, blocks }: AttackReport, { releases, record }: Trial): string[] {
  const used = `${releases.map(({ release }) => release).join(', ')} and ${record.length} figures on the record`;
  if (!kept) {
    return [
      `Promise BROKEN (attacked: ${used}).`,
      ...condemned.map(({ key, reason }) => `  ${key}: ${reason}`),
    ];
  }
  const findings = blocks.flatMap((block) => block.findings);
  if (findings.length === 0) return [`Promise kept (attacked: ${used}).`, 'No cell is hidden.'];
  const sure = findings.filter(({ verdict }) => verdict === 'k-or-more').length;
  const k = promisedK(releases);
  return [
    `Promise kept (attacked: ${used}).`,
    `${findings.length} cells in ${blocks.length} blocks are hidden: none can be shown to hold 1 to ${k - 1}, ${sure} can be shown to hold ${k} or more.`,
  ];
}
