/**
 * Protection in rounds: choose which cells to withhold, look as a reader would for sets of people that are told all the
 * same (attack/told-sets.ts), have these hidden too, and choose again, until none is told. Which sets are told, and which
 * margins a round hides, hangs on counts, so this is not blind: SECURITY says so.
 */

import { fewKnown } from '../../attack/told-sets.ts';
import { openProtection } from '../../protect/protect.ts';
import {
  givenCounts,
  keysOf,
  type ProtectInput,
  type Protection,
  ProtectionError,
} from '../../protect/task.ts';
import { splitSystem } from '../../system/blocks.ts';
import type { PartedSystem, SystemCell } from '../../system/system.ts';
import type { Facts } from '../../verify/facts.ts';
import { isMargin } from '../lottery/expected.ts';
import { type Blindly, drawLots } from '../lottery/lots.ts';
import { toldOn } from '../workers/attack-on.ts';
import type { ProtectOptions } from '../workers/jobs.ts';
import type { WorkerPool } from '../workers/pool.ts';
import { withSets } from './sets-as-cells.ts';

export type PartedInput = ProtectInput & { readonly system: PartedSystem };

/** Throws `ProtectionError` where no choice of cells keeps the promise. With `blindly`, lots are drawn of it. */
export async function protectInRounds(
  input: PartedInput,
  pool: WorkerPool,
  { blindly, ...options }: ProtectOptions & { readonly blindly?: Blindly | undefined },
): Promise<Protection> {
  const sets: (readonly number[])[] = [];
  let unseen = input.inherited;
  for (;;) {
    const asked = withSets(input, sets);
    const draw = blindly && drawLots(asked, blindly, unseen);
    const { parts, forced, join } = openProtection(draw === undefined ? asked : { ...asked, draw });
    pool.makeRoom({ cells: asked.system.cells.length, forced });
    const protection = join(await pool.all('protect', options, parts));
    const more = draw === undefined ? [] : withheldMargins(input, protection.withheld, unseen);
    const told = more.length > 0 ? [] : await toldSets(input, protection.withheld, pool);
    if (more.length + told.length === 0) return protection;
    refuseRepeated(input, sets, told);
    sets.push(...told);
    unseen = new Set([...unseen, ...more]);
  }
}

/** Margins that lots were drawn by and that are now withheld: readers do not see them, so lots are drawn again without. */
function withheldMargins(
  { system }: PartedInput,
  withheld: ReadonlySet<number>,
  unseen: ReadonlySet<number>,
): number[] {
  return [...withheld].filter((cell) => !unseen.has(cell) && isMargin(system.cells[cell] as SystemCell));
}

/** Each as the cells of the system that make it up. */
async function toldSets(
  input: PartedInput,
  withheld: ReadonlySet<number>,
  pool: WorkerPool,
): Promise<(readonly number[])[]> {
  const { system, k, lower, upper } = input;
  const given = givenCounts(input, withheld);
  const facts: Facts = { given, withheld, lower, upper, contradictions: [] };
  const split = splitSystem(system, given);
  const found = await toldOn(pool, system, facts, k, split);
  const known = fewKnown(system, facts, split.known, k);
  return [...known.map((cell) => [cell]), ...found.flatMap(({ sets }) => sets.map(({ cells }) => cells))];
}

function refuseRepeated(
  { system }: PartedInput,
  before: readonly (readonly number[])[],
  told: readonly (readonly number[])[],
): void {
  const known = new Set(before.map((set) => set.join()));
  const again = told.filter((set) => known.has(set.join()));
  if (again.length === 0) return;
  throw new ProtectionError(
    'Sums and differences of published cells tell of some people and fewer than k.',
    again.map((set) => keysOf(system, set).join(' + ')),
  );
}
