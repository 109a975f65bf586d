/**
 * A model in which columns that are alike are added up to one, such as the months of a quarter; and with them the
 * constraints that tell them apart:
 *
 *   sum over wards of x(month, ward) = count(month)      so      sum over wards of X(quarter, ward) = sum of the counts
 *
 * Whatever solves the model solves this one, added up: so what this one rules out is ruled out, and nothing costs less than here.
 * What solves this one must still be taken apart. Constraints that tell alike columns apart fall into pieces that have
 * none of these in common, so each piece is taken apart by itself.
 */
import type { Constraint } from '../indexes/constraint.ts';
import { joinSets } from '../indexes/join.ts';
import { entryOf, sparseAt, valueAt } from '../indexes/look-up.ts';

export interface Coarse {
  /** By column of the model its place here. */
  readonly places: Int32Array;
  /** By place the columns that are added up, or the one that stays as it is. */
  readonly members: readonly (readonly number[])[];
  /** Over places. */
  readonly constraints: readonly Constraint[];
  /** By constraint those of the model that it is the sum of. */
  readonly sources: readonly (readonly number[])[];
  readonly pieces: readonly Piece[];
  /** By place the pieces in which it stands. */
  readonly piecesAt: readonly (readonly number[])[];
}

/** A model of its own, to take some sums apart: first the columns that are alike with others, then what the coarse model fixes. */
export interface Piece {
  /** Columns of the model. */
  readonly columns: readonly number[];
  /** Places in the coarse model: sums of these columns, and others in the same constraints. */
  readonly fixed: readonly number[];
  readonly constraints: readonly Constraint[];
}

/** So many columns fewer make it worth while. */
const LEAST_SAVED = 2_500;

/**
 * `alikeOf`: by column the first of those that it is alike with, asked for if there are columns enough. Undefined where adding up
 * saves fewer than `least`.
 */
export function coarseOf(
  width: number,
  alikeOf: () => readonly number[],
  constraints: readonly Constraint[],
  least = LEAST_SAVED,
): Coarse | undefined {
  if (width < least) return undefined;
  const placed = placeColumns(alikeOf());
  const { members } = placed;
  if (width - members.length < least) return undefined;
  const sumsIn = (constraint: Constraint) => sumsOf(placed, constraint);
  const alone = constraints.map((each) => addUp(placed, [each]));
  const apart = [...alone.keys()].filter((at) => alone[at] === undefined);
  const even = alone.flatMap((sum, at) => (sum === undefined ? [] : [{ sum, sources: [at] }]));
  const bundles = Map.groupBy(apart, (at) => sumsIn(valueAt(constraints, at)).join());
  const bundled = [...bundles.values()].flatMap((sources) => {
    const sum = addUp(
      placed,
      sources.map((at) => valueAt(constraints, at)),
    );
    return sum === undefined ? [] : [{ sum, sources }];
  });
  const added = [...even, ...bundled];
  const pieces = piecesOf(
    placed,
    apart.map((at) => valueAt(constraints, at)),
  );
  return {
    ...placed,
    constraints: added.map(({ sum }) => sum),
    sources: added.map((each) => each.sources),
    pieces,
    piecesAt: piecesByPlace(members.length, pieces),
  };
}

/** The coarse model of the changes from a world. */
export function shiftedCoarse(
  coarse: Coarse,
  world: readonly number[],
  shift: (constraint: Constraint, world: readonly number[]) => Constraint,
): Coarse {
  const sums = addedUp(coarse, world);
  return {
    ...coarse,
    constraints: coarse.constraints.map((each) => shift(each, sums)),
    pieces: coarse.pieces.map((piece) => {
      const own = [
        ...piece.columns.map((column) => valueAt(world, column)),
        ...piece.fixed.map((place) => valueAt(sums, place)),
      ];
      return { ...piece, constraints: piece.constraints.map((each) => shift(each, own)) };
    }),
  };
}

/** Numbers by column, added up by place. */
export function addedUp({ members }: Pick<Coarse, 'members'>, numbers: ArrayLike<number>): number[] {
  return members.map((own) => own.reduce((sum, column) => sum + (numbers[column] as number), 0));
}

/** Whether several columns are added up there. */
export function isSum({ members }: Pick<Coarse, 'members'>, place: number): boolean {
  return valueAt(members, place).length > 1;
}

type Placed = Pick<Coarse, 'places' | 'members'>;

function placeColumns(alike: readonly number[]): Placed {
  const places = new Int32Array(alike.length);
  const members: number[][] = [];
  for (const [column, first] of alike.entries()) {
    if (first === column) members.push([]);
    const place = first === column ? members.length - 1 : (places[first] as number);
    places[column] = place;
    members[place]?.push(column);
  }
  return { places, members };
}

/** Places of the sums of which it has columns, rising. */
function sumsOf({ places, members }: Placed, { columns }: Constraint): number[] {
  const found = new Set(columns.map((column) => places[column] as number));
  return [...found].filter((place) => isSum({ members }, place)).sort((one, other) => one - other);
}

/** The sum of constraints, over places; undefined where it has a column otherwise than one that is alike. */
function addUp({ places, members }: Placed, constraints: readonly Constraint[]): Constraint | undefined {
  const times = new Map<number, number>();
  let [lower, upper] = [0, 0];
  for (const each of constraints) {
    lower += each.lower;
    upper += each.upper;
    for (const [term, column] of each.columns.entries())
      times.set(column, sparseAt(times, column) + valueAt(each.coefficients, term));
  }
  const sums = new Map<number, number>();
  for (const [column, each] of times) {
    const place = places[column] as number;
    if (sums.has(place)) continue;
    if (!valueAt(members, place).every((other) => times.get(other) === each)) return undefined;
    sums.set(place, each);
  }
  return { columns: [...sums.keys()], coefficients: [...sums.values()], lower, upper };
}

/** `apart`: the constraints that tell alike columns apart. */
function piecesOf(placed: Placed, apart: readonly Constraint[]): Piece[] {
  const { members } = placed;
  const find = joinSets(
    members.length,
    apart.map((constraint) => sumsOf(placed, constraint)),
  );
  const constraints = Map.groupBy(apart, (constraint) => find(valueAt(sumsOf(placed, constraint), 0)));
  const sums = Map.groupBy(
    [...members.keys()].filter((place) => isSum(placed, place)),
    find,
  );
  return [...sums].map(([root, own]) => pieceOf(placed, own, constraints.get(root) ?? []));
}

function pieceOf(
  { places, members }: Placed,
  sums: readonly number[],
  constraints: readonly Constraint[],
): Piece {
  const columns = sums.flatMap((place) => valueAt(members, place));
  const met = new Set(constraints.flatMap((each) => each.columns.map((column) => places[column] as number)));
  const fixed = [...sums, ...[...met].filter((place) => !isSum({ members }, place))];
  const ofColumn = new Map(columns.map((column, at) => [column, at]));
  const ofPlace = new Map(fixed.map((place, at) => [place, columns.length + at]));
  const placeOf = (column: number) => ofColumn.get(column) ?? entryOf(ofPlace, places[column] as number);
  const totals = sums.map((place) => {
    const own = valueAt(members, place).map(placeOf);
    return {
      columns: [...own, entryOf(ofPlace, place)],
      coefficients: [...own.map(() => 1), -1],
      lower: 0,
      upper: 0,
    };
  });
  const kept = constraints.map((each) => ({ ...each, columns: each.columns.map(placeOf) }));
  return { columns, fixed, constraints: [...kept, ...totals] };
}

function piecesByPlace(size: number, pieces: readonly Piece[]): number[][] {
  const found = Array.from({ length: size }, (): number[] => []);
  for (const [at, { fixed }] of pieces.entries()) for (const place of fixed) found[place]?.push(at);
  return found;
}
