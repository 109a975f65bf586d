/**
 * `npm run compare -- <program> [--tallies DIR] [--id 2025-Q2]`: what the declared tables keep and cost beside
 * coarser ones, and what each table costs the others. Made from confidential counts, for the terminal alone.
 */
import { listReleases } from '../../release/read-release.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import { shownAgain, type Trade, type Tried, tryShape } from '../compare/try-variant.ts';
import { coarserVariants, leftOutVariants, type Variant } from '../compare/variants.ts';
import { countRelease } from '../count/count-release.ts';
import { nextRelease } from '../count/next-release.ts';
import type { Effects } from '../effects.ts';
import { type Places, shippedPlaces } from '../places.ts';

import { readProgram } from '../read-program.ts';
import { align } from '../release/report.ts';
import { step } from '../step.ts';
import { openRoom } from '../workers/make-room.ts';
import { openPool } from '../workers/pool.ts';
import { tellProgress } from '../workers/progress.ts';

export function compareCommand(
  args: readonly string[],
  effects: Effects,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects, places), 'compare', effects);
}

interface Options {
  readonly program: string;
  readonly tallies: string | undefined;
  readonly id: string | undefined;
}

function parse(args: readonly string[]): Options {
  const { values, positionals } = readArgs(args, { tallies: { type: 'string' }, id: { type: 'string' } });
  const [program, ...surplus] = positionals;
  if (program === undefined || surplus.length > 0)
    throw new UsageError(
      'Name one program. Options come after "--". For example: npm run compare -- rivertown-id --id 2025-Q2.',
    );
  return { program, tallies: values.tallies, id: values.id };
}

async function run(
  { program: name, tallies, id: named }: Options,
  effects: Effects,
  places: Places,
): Promise<ExitCode> {
  const source = await readProgram(name, places);
  const id = named ?? nextRelease(source.program, await listReleases(source.folder));
  const counted = await countRelease(source, { id, tallies, isNewKey: false }, places, effects);
  const { shape } = counted;
  const pool = await openPool(effects.cores, tellProgress(effects), openRoom(effects));
  const declared = await step('Protect the tables as declared', effects, () =>
    tryShape(counted, shape, pool),
  );
  const tried: { variant: Variant; result: Tried }[] = [];
  for (const variant of [...coarserVariants(shape), ...leftOutVariants(shape)]) {
    if (variant.shape.declaration.tables.length === 0) continue;
    const result = await step(`Try ${titleOf(variant)}`, effects, () =>
      tryShape(counted, variant.shape, pool),
    );
    tried.push({ variant, result });
  }
  const rows = [
    ['', 'cells', 'withheld', 'people', 'cost'],
    rowOf('as declared', declared),
    ...tried.map(({ variant, result }) => rowOf(titleOf(variant), result)),
  ];
  effects.print(`${name}, release ${id}. For you alone, never to be published:`);
  for (const line of align(rows)) effects.print(line);
  for (const { variant, result } of tried) {
    if (!declared.ok || !result.ok || variant.change !== '') continue;
    for (const line of costLines(variant, declared.trade, result.trade)) effects.print(line);
  }
  const isAnySafe = [declared, ...tried.map(({ result }) => result)].some(({ ok }) => ok);
  if (!isAnySafe)
    throw new RefusedError('protection', 'No way that was tried keeps the promise: declare fewer tables.');
  return 0;
}

function titleOf({ table, change }: Variant): string {
  return change === '' ? `without ${table}` : `${table} by ${change}`;
}

function rowOf(title: string, tried: Tried): string[] {
  if (!tried.ok) return [`${title}: not open, ${tried.why}`, '', '', '', ''];
  const { cells, withheld, people, cost } = tried.trade;
  return [title, ...[cells, withheld, people, cost].map(String)];
}

/** `Publishing cards-by-area costs 3 cells of cards-by-month, which would be shown without it.` */
function costLines({ table, shape }: Variant, declared: Trade, without: Trade): string[] {
  return [...shownAgain(shape, declared.cubes, without.cubes)].map(
    ([other, gained]) =>
      `Publishing ${table} costs ${gained} ${gained === 1 ? 'cell' : 'cells'} of ${other}, which would be shown without it.`,
  );
}
