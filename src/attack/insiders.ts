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
import { valueAt } from '../model/look-up.ts';
import type { System } from '../model/system.ts';
import type { Limit } from '../solver/linear-model.ts';
import type { Solver } from '../solver/solver.ts';
import { keeps } from '../solver/worlds.ts';
import type { Facts } from '../verify/facts.ts';
import type { Question } from '../verify/question.ts';
import type { AttackReport, BlockFindings } from './attack.ts';
import { openReported, type Reported } from './reported.ts';
import { openSearch, type Search } from './search.ts';

/** What one kind of insider could tell. */
export interface InsiderFinding {
  /** How many of the people behind a cell the insider knows. */
  readonly people: number;
  /** Whether the insider also knows that there are no others. */
  readonly alone: boolean;
  /** Hidden cells in which such an insider was placed: each in turn, all or those drawn. */
  readonly cells: number;
  /** Those of them from which another hidden cell could be told to hold somebody and fewer than k. */
  readonly few: number;
  /** Those of them from which another hidden cell could be told exactly. */
  readonly exact: number;
}

export interface InsiderInput {
  readonly system: System;
  readonly facts: Facts;
  readonly report: AttackReport;
  readonly k: number;
  readonly solver: Solver;
}

/** Insiders are placed in at most this many cells of a release. */
const MOST_PLACES = 40;

const KINDS = [1, 2].flatMap((people) => [false, true].map((alone) => ({ people, alone })));

/** At most `most` of the keys, drawn by hash of their names, so that nobody chooses them and everybody can draw them again. */
export function drawKeys(keys: readonly string[], most: number): ReadonlySet<string> {
  if (keys.length <= most) return new Set(keys);
  const drawn = keys
    .map((key) => ({ key, lot: hash(key) }))
    .sort((one, other) => one.lot - other.lot || (one.key < other.key ? -1 : 1));
  return new Set(drawn.slice(0, most).map(({ key }) => key));
}

/** FNV-1a, 32 bits, over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** For each kind of insider, over a sample of the hidden cells drawn by their names. */
export function measureInsiders(input: InsiderInput): InsiderFinding[] {
  const { askBlock } = openInsiders(input);
  return countInsiders(input.report.blocks.map((_, at) => askBlock(at)));
}

/** Blocks of the report in which insiders can be placed one by one. */
export function openInsiders({ report, solver, ...known }: InsiderInput): {
  readonly askBlock: (at: number) => readonly Told[];
} {
  const hidden = report.blocks.flatMap(({ findings }) => findings.map(({ key }) => key));
  const places = drawKeys(hidden, MOST_PLACES);
  const questionOf = openReported(known);
  return {
    askBlock: (at) => {
      const found = report.blocks[at] as BlockFindings;
      const keys = found.findings.filter(({ key }) => places.has(key)).map(({ key }) => key);
      if (keys.length === 0) return [];
      const room = openRoom(questionOf(found), found, solver);
      return askAll(
        room,
        keys.map((key) => found.cells.indexOf(key)),
      );
    },
  };
}

/** `told`: by block. */
export function countInsiders(told: readonly (readonly Told[])[]): InsiderFinding[] {
  return KINDS.map(({ people, alone }) => {
    const mine = told.flat().filter((one) => one.people === people && one.alone === alone);
    return {
      people,
      alone,
      cells: mine.length,
      few: mine.filter(({ few }) => few).length,
      exact: mine.filter(({ exact }) => exact).length,
    };
  });
}

/** A block with what every reader knows of it, worlds of the attack among it. */
interface Room {
  readonly search: Search;
  readonly question: Question;
  close(): void;
}

function openRoom(
  { question, model: { lower, upper, constraints } }: Reported,
  { cells, floors, worlds }: BlockFindings,
  solver: Solver,
): Room {
  const raised = lower.map((least, column) =>
    floors.includes(valueAt(cells, column)) ? Math.max(least, question.rules(column).many) : least,
  );
  const session = solver.open({ lower: raised, upper, constraints });
  const search = openSearch(solver, session, question);
  for (const world of worlds) search.add(world);
  const close = () => {
    search.close();
    session.close();
  };
  return { search, question, close };
}

/** What an insider in one cell could tell. */
export interface Told {
  readonly people: number;
  readonly alone: boolean;
  readonly few: boolean;
  readonly exact: boolean;
}

/** Closes the room. Cells in which no such insider can be are left out. */
function askAll(room: Room, columns: readonly number[]): Told[] {
  try {
    return KINDS.flatMap((kind) =>
      columns.flatMap((column) => {
        const upper = kind.alone ? kind.people : Number.POSITIVE_INFINITY;
        const told = askInsider(room, { column, lower: kind.people, upper });
        return told === undefined ? [] : [{ ...kind, ...told }];
      }),
    );
  } finally {
    room.close();
  }
}

/** What can be told of other cells by who knows this of one; undefined if it cannot be so. */
function askInsider({ search, question }: Room, known: Limit): Pick<Told, 'few' | 'exact'> | undefined {
  const { promised, rules } = question;
  if (!search.reaches([known])) return undefined;
  const others = promised.filter((column) => column !== known.column);
  const some = search.worlds().find((world) => keeps(world, [known]));
  if (some === undefined)
    throw new Error('internal error: a search that reaches something keeps no world with it');
  const canBe = (column: number, lower: number, upper: number) =>
    search.reaches([known, { column, lower, upper }]);
  const isFew = (column: number) =>
    !canBe(column, 0, 0) && !canBe(column, rules(column).many, Number.POSITIVE_INFINITY);
  const isExact = (column: number) => {
    const count = valueAt(some, column);
    return !canBe(column, 0, count - 1) && !canBe(column, count + 1, Number.POSITIVE_INFINITY);
  };
  return { few: others.some(isFew), exact: others.some(isExact) };
}
