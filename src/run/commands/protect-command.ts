/** `npm run --silent protect -- CASE.json [--k 11] [--work UNITS] [--out FILE]`: protects any table. */

import { formatNote } from '../../tallies/read-notes.ts';
import { readCase } from '../case/case-file.ts';
import { CASE_WORK_LIMIT, type CaseOptions, protectCase } from '../case/protect-case.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import { type Effects, writeWhole } from '../effects.ts';
import { aboveLeast } from '../protect/cost.ts';
import { orRefuse } from '../read-program.ts';
import { openRoom } from '../workers/make-room.ts';
import { openPool } from '../workers/pool.ts';
import { tellProgress } from '../workers/progress.ts';

export function protectCommand(args: readonly string[], effects: Effects): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects), 'protect', effects);
}

interface Options extends CaseOptions {
  readonly file: string;
  readonly out: string | undefined;
}

function parse(args: readonly string[]): Options {
  const { values, positionals } = readArgs(args, {
    k: { type: 'string', default: '11' },
    work: { type: 'string', default: String(CASE_WORK_LIMIT) },
    out: { type: 'string' },
  });
  const [file, ...surplus] = positionals;
  if (file === undefined || surplus.length > 0) throw new UsageError('Name one case.');
  if (!file.endsWith('.json'))
    throw new UsageError('Name the JSON file of the case; its CSV stands beside it.');
  if (!/^\d{1,6}$/.test(values.k)) throw new UsageError('--k must be a whole number.');
  const k = Number(values.k);
  if (k < 5) throw new UsageError('--k must be at least 5: counts of fewer people point at persons.');
  if (!/^\d{1,9}$/.test(values.work))
    throw new UsageError('--work must be a whole number; 0 takes the first choice.');
  return { file, k, workLimit: Number(values.work), out: values.out };
}

async function run({ file, out, ...options }: Options, effects: Effects): Promise<ExitCode> {
  const startedMs = effects.clock();
  const input = orRefuse(await readCase(file), 'The case has faults. Mend them, then try again.');
  for (const note of input.notes) effects.log(`  ${formatNote(note)}`);
  const pool = await openPool(effects.cores, tellProgress(effects), openRoom(effects));
  const { csv, cells, protection } = await protectCase(input, options, pool, effects);
  if (out === undefined) effects.print(csv.replace(/\n$/, ''));
  else await writeWhole(out, csv, effects);
  const { primary, complementary, cost, bound, people } = protection;
  const seconds = ((effects.clock() - startedMs) / 1000).toFixed(1);
  effects.log(
    `cells ${cells}, primary ${primary}, complementary ${complementary}, cost ${cost}, people ${people}, ${aboveLeast({ cost, bound })}, seconds ${seconds}`,
  );
  return 0;
}
