/**
 * What somebody who knows one or two of the people behind a hidden count could tell of the others. The promise
 * does not cover it; it is measured from published files alone. Such an insider knows what every reader knows, and
 *
 *   some of the people   x_i >= 1, or x_i >= 2        or that there are no others   x_i = 1, or x_i = 2
 *
 * Of the cell itself the first kind cannot tell whether it holds fewer than k: the worlds in which it holds k or
 * more are still there. Another hidden cell is told to be few if no world that is left has 0 or k or more in it,
 * and told exactly if all have the same count.
 */
import type { Insiders } from '../formats/audit-file.ts';
import type { Limit } from '../indexes/constraint.ts';
import { entryOf } from '../indexes/look-up.ts';
import type { Solver } from '../solver/solver.ts';
import { countsIn, hasAny, heldCount, keeps } from '../solver/worlds.ts';
import type { Question } from '../verify/question.ts';
import type { AttackReport, BlockFindings } from './attack.ts';
import { countPairs, drawPairs, type Pair } from './draw-pairs.ts';
import { type Reported, raisedModel } from './reported.ts';
import { mostIn } from './sample-bound.ts';
import { openSearch, type Search } from './search.ts';

/**
 * So many pairs of a release are asked about, of each kind of insider. Where nothing is found among so many, it is in
 * less than one pair in 100.
 */
const MOST_PAIRS = 300;

const KINDS = [1, 2].flatMap((people) => [false, true].map((alone) => ({ people, alone })));

/** So many pairs of one block are asked about in one place: each place takes memory of its own, and more could not be done on several cores. */
const MOST_TOGETHER = 250;

/** Pairs of one block of the report, all of one cell in which insiders are placed together. */
export interface Asking {
  readonly block: number;
  readonly pairs: readonly Pair[];
}

/** What is to be asked, in pieces that can be done one by one: the same however many do them. */
export function askings(report: AttackReport): Asking[] {
  const drawn = drawPairs(
    report.blocks.map(({ findings }) => findings.map(({ key }) => key)),
    MOST_PAIRS,
  );
  return drawn.flatMap((pairs, block) => {
    const pieces: Pair[][] = [];
    for (const own of Map.groupBy(pairs, ({ place }) => place).values()) {
      const last = pieces.at(-1);
      if (last === undefined || last.length >= MOST_TOGETHER) pieces.push([...own]);
      else last.push(...own);
    }
    return pieces.map((piece) => ({ block, pairs: piece }));
  });
}

/** What insiders could tell of the block that is asked about. Pairs in which no such insider can be are left out. */
export function askInsiders(
  { pairs }: Asking,
  found: BlockFindings,
  reported: Reported,
  solver: Solver,
): readonly Told[] {
  const session = solver.open(raisedModel(reported, found));
  const search = openSearch(solver, session, reported.question);
  try {
    for (const world of found.worlds) search.add(world);
    return placesOf(found, pairs).flatMap(({ column, others }) =>
      KINDS.flatMap((kind) => {
        const upper = kind.alone ? kind.people : ENDLESS;
        const told = askInsider(search, reported.question, { column, lower: kind.people, upper }, others);
        return told.map((one) => ({ ...kind, ...one }));
      }),
    );
  } finally {
    search.close();
    session.close();
  }
}

/** For each kind of insider, over all pairs of hidden cells or a sample drawn by their names. `told`: of each of `askings`. */
export function countInsiders(report: AttackReport, told: readonly (readonly Told[])[]): Insiders {
  const possible = countPairs(report.blocks.map(({ findings }) => findings));
  const asked = Math.min(possible, MOST_PAIRS);
  const kinds = KINDS.map(({ people, alone }) => {
    const mine = told.flat().filter((one) => one.people === people && one.alone === alone);
    const few = mine.filter((one) => one.few).length;
    const exact = mine.filter((one) => one.exact).length;
    const atMost = (found: number) => mostIn({ possible, drawn: asked, found });
    const counted = { few, fewAtMost: atMost(few), exact, exactAtMost: atMost(exact) };
    return { people, alone, placed: mine.length, ...counted };
  });
  return { pairs: possible, asked, kinds };
}

/** The column of a cell in which insiders are placed, and those of the cells asked about. */
interface Place {
  readonly column: number;
  readonly others: readonly number[];
}

function placesOf({ cells }: BlockFindings, pairs: readonly Pair[]): Place[] {
  const columns = new Map(cells.map((key, column) => [key, column]));
  const byPlace = Map.groupBy(pairs, ({ place }) => place);
  return [...byPlace].map(([place, own]) => ({
    column: entryOf(columns, place),
    others: own.map(({ other }) => entryOf(columns, other)),
  }));
}

/** What an insider in one cell could tell of one other. */
export interface Told {
  readonly people: number;
  readonly alone: boolean;
  readonly few: boolean;
  readonly exact: boolean;
}

type Range = readonly [lower: number, upper: number];
const ENDLESS = Number.POSITIVE_INFINITY;
const NONE: Range = [0, 0];

/** What can be told of other cells by who knows this of one; nothing if it cannot be so. */
function askInsider(
  search: Search,
  { rules }: Question,
  known: Limit,
  others: readonly number[],
): Pick<Told, 'few' | 'exact'>[] {
  if (!search.reaches([known])) return [];
  const some = search.worlds().find((world) => keeps(countsIn(world), [known]));
  if (some === undefined)
    throw new Error('internal error: a search that reaches something keeps no world with it');
  const canBe = (column: number, ranges: readonly Range[]) => {
    const limits = ranges.map(([lower, upper]) => [known, { column, lower, upper }]);
    return search.worlds().some((world) => hasAny(countsIn(world), limits)) || limits.some(search.reaches);
  };
  return others.map((column) => {
    const count = heldCount(some, column);
    const few = !canBe(column, [[rules(column).many, ENDLESS], NONE]);
    const exact = !canBe(column, [[count + 1, ENDLESS], ...(count > 0 ? [[0, count - 1] as const] : [])]);
    return { few, exact };
  });
}
