/**
 * Protection in rounds: choose which cells to withhold, look as a reader would for sets of people that are told all the
 * same (attack/told-sets.ts), have these hidden too, and choose again, until none is told.
 */
import type { Facts } from '../attack/facts.ts';
import { fewKnown } from '../attack/told-sets.ts';
import { splitSystem } from '../model/blocks.ts';
import type { PartedSystem } from '../model/system.ts';
import { givenCounts, keysOf, type ProtectInput, type Protection, ProtectionError } from '../protect/plan.ts';
import { openProtection } from '../protect/protect.ts';
import { withSets } from '../protect/sets.ts';
import { toldOn } from './crew/attack-on.ts';
import type { Crew } from './crew/crew.ts';

export type PartedInput = ProtectInput & { readonly system: PartedSystem };

/** Throws `ProtectionError` where no choice of cells keeps the promise. */
export async function protectSets(input: PartedInput, crew: Crew): Promise<Protection> {
  const sets: (readonly number[])[] = [];
  for (;;) {
    const { parts, join } = openProtection(withSets(input, sets));
    const protection = join(await crew.all('protect', null, parts));
    const told = await toldSets(input, protection.withheld, crew);
    if (told.length === 0) return protection;
    refuseRepeated(input, sets, told);
    sets.push(...told);
  }
}

/** Each as the cells of the system that make it up. */
async function toldSets(
  input: PartedInput,
  withheld: ReadonlySet<number>,
  crew: Crew,
): Promise<(readonly number[])[]> {
  const { system, k, lower, upper } = input;
  const given = givenCounts(input, withheld);
  const facts: Facts = { given, withheld, lower, upper, contradictions: [] };
  const found = await toldOn(crew, system, facts, k, []);
  const known = fewKnown(system, splitSystem(system, given).known, k);
  return [...known.map((cell) => [cell]), ...found.flatMap(({ sets }) => sets.map(({ cells }) => cells))];
}

function refuseRepeated(
  { system }: PartedInput,
  hidden: readonly (readonly number[])[],
  told: readonly (readonly number[])[],
): void {
  const known = new Set(hidden.map((set) => set.join()));
  const again = told.filter((set) => known.has(set.join()));
  if (again.length === 0) return;
  throw new ProtectionError(
    'Sums and differences of published cells tell of some people and fewer than k.',
    again.map((set) => keysOf(system, set).join(' + ')),
  );
}
