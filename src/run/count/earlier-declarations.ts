/** What program.json may not declare otherwise than earlier releases, which readers know whatever it says later. */
import { openCrossings } from '../../program/crossing-relations.ts';
import { crossingFix, crossingMessage } from '../../program/crossing-words.ts';
import type { Program, Relation } from '../../program/program.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Release } from '../../release/release.ts';
import { ruleOf } from '../../system/earlier-boxes.ts';

/** A cell goes by its codes, one of each dimension in order: by others nobody could say which cells are the same. */
export function refuseOtherDimensions({ measures }: Program, earlier: readonly Release[]): void {
  for (const { release, declaration } of earlier) {
    const changed = measures.find((now) =>
      declaration.measures.some(
        (then) => then.id === now.id && then.dimensions.join() !== now.dimensions.join(),
      ),
    );
    if (changed !== undefined)
      throw new RefusedError(
        'input',
        `Measure "${changed.id}" in program.json has other dimensions than in release ${release}, or another order of them. Keep its dimensions as they were, and take out or add tables instead; what is counted in another way is another measure, under another id.`,
      );
  }
}

/** What a relation "at most" leaves over goes by its name in all releases, so a name stands for one rule. */
export function refuseOtherRules({ relations }: Program, earlier: readonly Release[]): void {
  for (const { release, declaration } of earlier) {
    const changed = relations.find((now) =>
      declaration.relations.some((then) => then.id === now.id && ruleOf(then) !== ruleOf(now)),
    );
    if (changed !== undefined)
      throw new RefusedError(
        'input',
        `Relation "${changed.id}" in program.json says something else than in release ${release}. Give the new one another id.`,
      );
  }
}

/** Readers of a release know the relations that it declares, whatever program.json says later. */
export function refuseCrossing(program: Program, earlier: readonly Release[]): void {
  const crosses = openCrossings(program);
  const pairs = earlier.flatMap(({ release, declaration }) =>
    declaration.relations
      .filter((before) => namesKnown(program, before))
      .flatMap((before) => program.relations.flatMap((relation) => crosses(before, relation) ?? []))
      .map((found) => [release, found] as const),
  );
  const [first] = pairs;
  if (first === undefined) return;
  const [release, found] = first;
  throw new RefusedError(
    'input',
    `Release ${release} declares a relation that crosses one of program.json. ${crossingMessage(found)} ${crossingFix(found)}`,
  );
}

/** Whether a relation of an earlier release names only what the program still has. */
function namesKnown({ dimensions }: Program, { by, left, right }: Relation): boolean {
  const codesOf = (id: string) => dimensions.find((dimension) => dimension.id === id)?.codes;
  return (
    Object.keys(by).every((id) => codesOf(id) !== undefined) &&
    [...left, ...right].every(({ codes }) =>
      Object.entries(codes).every(([id, code]) => codesOf(id)?.some((one) => one.code === code)),
    )
  );
}
