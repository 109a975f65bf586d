/**
 * `npm run attack -- [--check] <release folder>`: what an outsider can prove from that release and all before it,
 * from published files alone. With `--check`, that its certificates add up; no solver is loaded for that.
 * 0: the promise is kept. 1: it is broken, or the files cannot be trusted.
 */
import { dirname, join, resolve } from 'node:path';
import type { AttackReport } from '../../attack/attack.ts';
import { type Audit, formatAudit } from '../../formats/audit-file.ts';
import { countsRequests } from '../../program/docket-plan.ts';
import { formatJson } from '../../reading/json-file.ts';
import { readRecalls } from '../../release/changes/recalls.ts';
import { listReleases, readReleases } from '../../release/read-release.ts';
import type { Release } from '../../release/release.ts';
import { readSigners } from '../../release/signatures.ts';
import { verifyAudit } from '../../verify/verify.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import { figureLines } from '../count/figure-lines.ts';
import type { Effects } from '../effects.ts';
import { orRefuse } from '../read-program.ts';
import {
  attackReleases,
  makeAudit,
  openTrial,
  refuseUnshown,
  type Trial,
} from '../release/attack-release.ts';
import { signatureLines } from '../release/signature-lines.ts';
import { step } from '../step.ts';
import { tellProgress } from '../workers/progress.ts';
import { cellSpaceOf, readBounds } from './read-bounds.ts';

export function attackCommand(args: readonly string[], effects: Effects): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects), 'attack', effects);
}

interface Options {
  readonly folder: string;
  readonly check: boolean;
}

function parse(args: readonly string[]): Options {
  const { positionals, values } = readArgs(args, { check: { type: 'boolean', default: false } });
  const [folder, ...surplus] = positionals;
  if (folder === undefined || surplus.length > 0) throw new UsageError('Name one release folder.');
  return { folder: resolve(folder), check: values.check };
}

async function run({ folder, check }: Options, effects: Effects): Promise<ExitCode> {
  const program = dirname(dirname(folder));
  const known = await listReleases(program);
  if (!known.some((id) => join(program, 'releases', id) === folder)) {
    const others = known.length === 0 ? '' : ` Beside it: ${known.join(', ')}.`;
    throw new UsageError(
      `${folder} is no folder of a release, or is not there. Name one like data/programs/<program>/releases/2025-Q2.${others}`,
    );
  }
  const id = folder.slice(dirname(folder).length + 1);
  const releases = await step('Check hashes and read', effects, async () =>
    orRefuse(
      await readReleases(program, id),
      `Release ${id} or one before it is not as it was sealed, or cannot be read, so nothing can be said of it.`,
    ),
  );
  const [last] = releases.slice(-1);
  if (last === undefined) throw new Error('internal error: no release was read');
  const recalls = orRefuse(await readRecalls(program), 'A recall cannot be read.');
  for (const { release, recalled, why } of recalls)
    if (releases.some((one) => one.release === release))
      effects.print(`Release ${release} was recalled on ${recalled} and is attacked all the same: ${why}`);
  const signers = orRefuse(await readSigners(program), 'The signers cannot be read.');
  for (const line of signatureLines(last, signers)) effects.print(line);
  const recordNow = await readBounds(program, cellSpaceOf(last));
  for (const line of figureLines(releases, recordNow)) effects.print(line);
  const trial = openTrial(releases, recordNow);
  const { kept, lines } = check
    ? await checkLast(trial, last, effects)
    : await attackLast(trial, last, effects);
  for (const line of lines) effects.print(line);
  return kept ? 0 : 1;
}

interface Answer {
  readonly kept: boolean;
  readonly lines: readonly string[];
}

/** What addition alone says of the certificates. */
async function checkLast(trial: Trial, { audit }: Release, effects: Effects): Promise<Answer> {
  if (audit === null) throw new Error('internal error: a sealed release without an audit');
  const { faults, asked, shown } = await step('Add up the certificates', effects, () =>
    verifyAudit(trial.known, audit),
  );
  if (faults.length > 0) {
    const lines = [...linesOfBefore(audit), ...faults.map(({ at, what }) => `  ${at}: ${what}`)];
    return { kept: false, lines: ['The certificates DO NOT add up.', ...lines] };
  }
  return {
    kept: true,
    lines: [
      asked === 0
        ? 'No cell is hidden that must be shown to keep the promise.'
        : `The certificates add up: all ${shown.size} of ${asked} hidden cells are shown by addition alone to keep the promise.`,
      ...(audit.sets === undefined || audit.sets.parts === 0
        ? []
        : [
            `The audit says that published sums and differences tell of no small set of people. That rests on the word of ${audit.solver}: no certificate shows it.`,
            ...undecidedLines(audit.sets),
          ]),
    ],
  };
}

/** Audits of before 2026-12 may certify a sample, and may have the word of a solver in the place of a proof. */
function linesOfBefore({ certified, ranges }: Audit): string[] {
  if (certified === undefined) return [];
  return [
    `The audit is one of before 2026-12, when ${certified} of ${ranges.length} cells were certified and the word of a solver was taken for a proof. All cells must be shown now.`,
  ];
}

async function attackLast(trial: Trial, { audit }: Release, effects: Effects): Promise<Answer> {
  // Only here, so that certificates can be checked where no solver is.
  const { openPool } = await import('../workers/pool.ts');
  const pool = await openPool(effects.cores, tellProgress(effects));
  const report = await step('Attack everything published up to it', effects, () =>
    attackReleases(trial, pool),
  );
  const lines = describe(report, trial);
  if (!report.kept || audit === null) return { kept: report.kept, lines };
  const again = await step('Make the audit again', effects, () => makeAudit(trial, report, pool));
  await step('Add up its certificates without the solver', effects, () => refuseUnshown(trial, again));
  if (formatAudit(again) === formatAudit(audit))
    return { kept: true, lines: [...lines, 'The audit is the same when it is made again, byte for byte.'] };
  const sameTools = again.engine === audit.engine && again.solver === audit.solver;
  const made = `It was made by ${audit.engine} with ${audit.solver}; this is ${again.engine} with ${again.solver}.`;
  const sameRecord = formatJson(again.recordFigures) === formatJson(audit.recordFigures);
  const knew = 'It did not know the same figures on the record.';
  return {
    kept: !(sameTools && sameRecord),
    lines: [
      ...lines,
      `The audit is another one when it is made again. ${made}${sameRecord ? '' : ` ${knew}`}`,
    ],
  };
}

function describe(report: AttackReport, { releases, record, known: { system, k } }: Trial): string[] {
  const { kept, condemned, blocks } = report;
  const speaking = record.filter(({ cell }) => system.index.has(cell));
  const used = `${releases.map(({ release }) => release).join(', ')} and ${speaking.length} figures on the record`;
  if (!kept) {
    return [
      `Promise BROKEN (attacked: ${used}).`,
      ...condemned.map(({ key, reason }) => `  ${key}: ${reason}`),
    ];
  }
  const findings = blocks.flatMap((block) => block.findings);
  const beyond = undecidedLines(report);
  if (findings.length === 0) return [`Promise kept (attacked: ${used}).`, 'No cell is hidden.', ...beyond];
  const sure = findings.filter(({ verdict }) => verdict === 'k-or-more').length;
  const requests = findings.filter(({ key }) => countsRequests(key.slice(0, key.indexOf('|')))).length;
  return [
    `Promise kept (attacked: ${used}).`,
    `${findings.length} cells in ${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'} are hidden: none can be shown to hold 1 to ${k - 1}, ${sure} can be shown to hold ${k} or more.`,
    ...(requests === 0 ? [] : [`${requests} of them count requests: each can be 0, and can be 2 or more.`]),
    ...beyond,
  ];
}

function undecidedLines({ undecided }: Pick<AttackReport, 'undecided'>): string[] {
  if (undecided === 0) return [];
  return [
    `Of ${undecided} parts that no table publishes not every set of people was decided: the tables are too large.`,
  ];
}
