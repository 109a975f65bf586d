/** What becomes of a choice when its reader changes one thing: all else stays, as far as the release publishes it. */
import type { ApiIndex } from '../../model/api-file.ts';
import { type Choice, chooseFrom, codesAt, codesOf, nameOf, type Wish } from './choice.ts';

/** A range that reaches the first or the last period goes on reaching it at another level. */
export function changeChoice(index: ApiIndex, choice: Choice, change: Wish): Choice | undefined {
  const periods = codesAt(index, 'period', choice.per);
  const whole = wishOf(index, choice);
  const reached = {
    from: choice.from === periods[0]?.code ? undefined : choice.from,
    to: choice.to === periods.at(-1)?.code ? undefined : choice.to,
  };
  return chooseFrom(index, { ...whole, only: keptCodes(choice, whole, change), ...reached, ...change });
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

/** What changed although nobody asked for it, because the release does not publish what was asked for otherwise. */
export interface Switched {
  readonly per: boolean;
  readonly by: boolean;
  /** Dimensions that are counted whole again. */
  readonly only: readonly string[];
}

export function switched(index: ApiIndex, before: Choice, after: Choice, change: Wish): Switched {
  const asked = { ...wishOf(index, before), ...change };
  const only = change.only ?? keptCodes(before, wishOf(index, before), change) ?? {};
  const told = new Set([...after.by, ...after.only].map(({ dimension }) => dimension));
  return {
    per: change.per === undefined && before.per !== after.per,
    by: asked.by?.join() !== after.by.map(nameOf).join(),
    only: Object.keys(only).filter((dimension) => only[dimension]?.length !== 0 && !told.has(dimension)),
  };
}
