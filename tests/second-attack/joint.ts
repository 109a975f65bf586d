/**
 * Whole counts that make up every cell. Tables that share people but no row limit each other through counts that no table has:
 * somebody is of one area and of one age, whatever is published together. So one dimension after another is taken out: all cells
 * that tell it make a joint table with the dimensions that stand beside it, as fine as these cells are, and what is left of that
 * table without the dimension is one of the remaining ones. Whatever fits the tables of each step fits together: divide each
 * count of the rest as its own step says.
 */
import { type Cell, type Knowledge, keyOf } from './knowledge.ts';

/** Column and coefficient. */
export type Sum = ReadonlyMap<number, number>;

type Place = Pick<Cell, 'measure' | 'at'>;

export interface Joint {
  readonly columns: number;
  /** By key of a cell, the ways in which columns add up to it: all of them are the same count. */
  readonly sums: ReadonlyMap<string, readonly Sum[]>;
}

export function jointOf({ cells, wholes }: Knowledge): Joint {
  const sums = new Map<string, Sum[]>();
  let columns = 0;
  const add = (place: Place, sum: Sum) => {
    const key = keyOf(place.measure, place.at);
    sums.set(key, [...(sums.get(key) ?? []), sum]);
  };
  for (const [measure, whole] of wholes) {
    let left: Place[] = [...cells.values()].filter((cell) => cell.measure === measure);
    const isTold = ({ at }: Place, dimension: number) => at[dimension]?.length !== whole[dimension]?.length;
    const toldBy = (places: readonly Place[]) =>
      [...whole.keys()].filter((dimension) => places.some((place) => isTold(place, dimension)));
    for (let told = toldBy(left); told.length > 0; told = toldBy(left)) {
      const steps = told.map((dimension) => {
        const own = left.filter((place) => isTold(place, dimension));
        const beside = toldBy(own);
        const atoms = beside.map((each) =>
          atomsOf(
            own.map(({ at }) => at[each] ?? []),
            whole[each] ?? [],
          ),
        );
        return { dimension, own, beside, atoms, size: atoms.reduce((size, { length }) => size * length, 1) };
      });
      const step = steps.reduce((least, one) => (one.size < least.size ? one : least));
      for (const place of step.own) add(place, sumOf(step, place.at, columns));
      const rest = step.beside.filter((each) => each !== step.dimension);
      const margins = productOf(rest.map((each) => step.atoms[step.beside.indexOf(each)] ?? []));
      const places = margins.map((margin) => ({
        measure,
        at: whole.map((all, each) => margin[rest.indexOf(each)] ?? all),
      }));
      for (const place of places) add(place, sumOf(step, place.at, columns));
      columns += step.size;
      const own = new Set(step.own);
      const others = [...left.filter((place) => !own.has(place)), ...places];
      left = [...new Map(others.map((place) => [keyOf(measure, place.at), place])).values()];
    }
    for (const place of left) if (!sums.has(keyOf(measure, place.at))) add(place, new Map([[columns++, 1]]));
  }
  return { columns, sums };
}

/** The finest parts into which sets divide the leaves. */
function atomsOf(sets: readonly (readonly string[])[], whole: readonly string[]): string[][] {
  const marks = new Map(whole.map((leaf) => [leaf, '']));
  const different = new Map(sets.map((set) => [set.join(' '), set]));
  for (const [at, set] of [...different.values()].entries())
    for (const leaf of set) marks.set(leaf, `${marks.get(leaf)} ${at}`);
  return [...Map.groupBy(whole, (leaf) => marks.get(leaf)).values()];
}

interface Step {
  readonly beside: readonly number[];
  readonly atoms: readonly (readonly (readonly string[])[])[];
}

/** The columns of a joint table that lie in a cell; the first one of the table is `first`. */
function sumOf({ beside, atoms }: Step, at: Cell['at'], first: number): Sum {
  let found = [first];
  let size = 1;
  for (const [index, dimension] of beside.entries()) {
    const all = new Set(at[dimension]);
    const own = (atoms[index] ?? []).flatMap((atom, place) => (all.has(atom[0] as string) ? [place] : []));
    const step = size;
    found = found.flatMap((column) => own.map((place) => column + place * step));
    size *= atoms[index]?.length ?? 1;
  }
  return new Map(found.map((column) => [column, 1]));
}

export function productOf<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (found, list) => found.flatMap((some) => list.map((one) => [...some, one])),
    [[]],
  );
}
