/** What becomes of a choice when its reader changes one thing: all else stays, as far as the release publishes it. */
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { type Choice, chooseFrom, codesOf, nameOf, type Wish } from './choice.ts';

export function changeChoice(index: ApiIndex, choice: Choice, change: Wish): Choice | undefined {
  return chooseFrom(index, wishAfter(index, choice, change));
}

/** What its reader asks for then: the periods as they were chosen, at whatever level, so that no step between widens them. */
export function wishAfter(index: ApiIndex, choice: Choice, change: Wish): Wish {
  const whole = wishOf(index, choice);
  return { ...whole, only: keptCodes(choice, whole, change), ...choice.asked, ...change };
}

/** A breakdown that becomes a filter, or a filter that becomes one, begins anew. */
function keptCodes({ by }: Choice, { only = {} }: Wish, change: Wish): Wish['only'] {
  if (change.by === undefined) return only;
  const isCut = (dimension: string, names: readonly string[] = []) =>
    names.some((name) => name.split(':')[0] === dimension);
  const before = by.map(nameOf);
  return Object.fromEntries(
    Object.entries(only).filter(([dimension]) => isCut(dimension, before) === isCut(dimension, change.by)),
  );
}

/** What would be chosen so again; the codes of a breakdown only where some are left out. */
export function wishOf(index: ApiIndex, { measure, per, from, to, by, only }: Choice): Wish {
  const some = by.filter((cut) => cut.codes.length < codesOf(index, cut).length);
  return {
    measure: measure.measure,
    per,
    by: by.map(nameOf),
    from,
    to,
    only: Object.fromEntries([
      ...some.map(({ dimension, codes }) => [dimension, codes] as const),
      ...only.map(({ dimension, code }) => [dimension, [code]] as const),
    ]),
  };
}
