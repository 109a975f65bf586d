/**
 * One block of hidden cells before a reader who knows the promise (DESIGN section 3).
 *
 * Such a reader adds to the relations two facts that follow from the promise alone:
 *
 *   a hidden cell that must hold somebody holds k or more        x_i >= 1 everywhere   =>   x_i >= k
 *   every block hides somebody                                   some x_j in 1..k-1 in every world, or
 *                                                                x_j = 0 in a sensitive dimension, its group not
 *
 * and takes the ranges again until nothing changes. A cell is then acquitted by two whole-number worlds, one
 * in which it is 0 and one in which it is k or more, or by the proof that it is k or more. Every other
 * hidden cell is condemned, and every category of a sensitive dimension that is 0 in every world while its group need
 * not be. What `k or more` is for a count of requests, and what of these facts holds for it,
 * `rule.ts` says.
 */
import type { Session } from '../solver/session.ts';
import { findWorld, findWorldWith, type World } from '../solver/worlds.ts';
import type { Category, Question } from './question.ts';

/** `open` and `k-or-more` keep the promise; a column that is never 0, or never many, and a block without a world, break it. */
export type Verdict = 'open' | 'k-or-more' | 'never-zero' | 'never-k' | 'no-world';

export interface Examination {
  /** By column that the promise covers. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** Worlds that acquit, each of which explains the hiding. */
  readonly worlds: readonly World[];
  /** Columns that must hold k or more, in the order in which one follows from those before it. */
  readonly floors: readonly number[];
  /** Categories in which nobody of their group can be. */
  readonly empties: readonly number[];
}

/** Bounds of columns found to hold k or more are raised in the session and stay so. */
export function examineBlock(session: Session, question: Question): Examination {
  const { worlds, floors, neverZero } = findZeros(session, question);
  if (worlds.length === 0 && findWorldWith(session, [], new Map(), question.explains) === undefined) {
    const verdicts = new Map(question.promised.map((column) => [column, 'no-world'] as const));
    return { verdicts, worlds, floors: [], empties: [] };
  }
  const verdicts = new Map<number, Verdict>();
  for (const column of question.promised) {
    if (floors.has(column)) verdicts.set(column, 'k-or-more');
    else if (neverZero.has(column)) verdicts.set(column, 'never-zero');
    else verdicts.set(column, judgeOpen(session, question, worlds, column));
  }
  return { verdicts, worlds, floors: [...floors], empties: findEmpties(session, question, worlds) };
}

/** A world of 0 for every column that can be 0; the others must hold k or more, which may take worlds away again. */
function findZeros(
  session: Session,
  question: Question,
): { worlds: World[]; floors: Set<number>; neverZero: Set<number> } {
  const { promised, rules, explains } = question;
  const floors = new Set<number>();
  const neverZero = new Set<number>();
  let worlds = throwManyWorlds(session, question);
  for (let next = firstWithoutZero(); next !== undefined; next = firstWithoutZero()) {
    const column = next;
    const world = findWorldWith(session, [{ column, lower: 0, upper: 0 }], pull(question, worlds), explains);
    const { many, isProvable } = rules(column);
    if (world !== undefined) worlds.push(world);
    else if (!isProvable) neverZero.add(column);
    else {
      floors.add(column);
      const { lower, upper } = session.model;
      session.setBounds({ column, lower: Math.max(many, lower[column] ?? 0), upper: upper[column] ?? 0 });
      worlds = worlds.filter((other) => (other[column] ?? 0) >= many);
    }
  }
  return { worlds, floors, neverZero };

  function firstWithoutZero(): number | undefined {
    const isAsked = (column: number) => floors.has(column) || neverZero.has(column);
    return promised.find((column) => !isAsked(column) && !worlds.some((world) => world[column] === 0));
  }
}

/** Whether a column that can be 0 can be k or more too; a world that shows it joins `worlds`. */
function judgeOpen(session: Session, question: Question, worlds: World[], column: number): Verdict {
  const { many } = question.rules(column);
  if (worlds.some((world) => (world[column] ?? 0) >= many)) return 'open';
  const world = findWorldWith(
    session,
    [{ column, lower: many, upper: Number.POSITIVE_INFINITY }],
    pull(question, worlds),
    question.explains,
  );
  if (world !== undefined) {
    worlds.push(world);
    return 'open';
  }
  if (question.withheld.has(column)) return 'never-k';
  const somebody = findWorld(session, [{ column, lower: 1, upper: Number.POSITIVE_INFINITY }], new Map());
  return somebody === undefined ? 'open' : 'never-k';
}

/** Categories that are 0 in every world that explains the hiding, while their group has people in some; new worlds join `worlds`. */
function findEmpties(session: Session, { categories, explains }: Question, worlds: World[]): number[] {
  const mayBe = (limits: Category['peopled']) => {
    const world = findWorldWith(session, limits, new Map(), explains);
    if (world !== undefined) worlds.push(world);
    return world !== undefined;
  };
  const isEmpty = ({ column, peopled }: Category) =>
    !worlds.some((world) => (world[column] ?? 0) > 0) &&
    !mayBe([{ column, lower: 1, upper: Number.POSITIVE_INFINITY }]) &&
    mayBe(peopled);
  return categories.filter(isEmpty).map(({ column }) => column);
}

/** Costs that draw cells still without a world of 0 down, and those without one of k or more up. */
function pull({ promised, rules }: Question, worlds: readonly World[]): Map<number, number> {
  return new Map(
    promised.flatMap((column) => {
      const low = worlds.some((world) => world[column] === 0);
      const high = worlds.some((world) => (world[column] ?? 0) >= rules(column).many);
      if (low && high) return [];
      return [[column, low ? -1 : 1] as const];
    }),
  );
}

/** Worlds in as many directions as keep bringing news, each with another cell as the one that explains. */
function throwManyWorlds(session: Session, question: Question): World[] {
  const { promised, rules, explains } = question;
  const worlds: World[] = [];
  for (let round = 0, idle = 0; idle < 3 && round < promised.length; round += 1) {
    const few = explains[scatter(round, 0) % explains.length];
    const lacking = pull(question, worlds);
    const costs = new Map([...lacking].map(([at, sign]) => [at, directed(sign, scatter(round, at))]));
    const world = findWorld(session, few ?? [], costs);
    const news =
      world !== undefined &&
      [...lacking].some(([at, sign]) => (sign > 0 && world[at] === 0) || (world[at] ?? 0) >= rules(at).many);
    if (news) worlds.push(world);
    idle = news ? 0 : idle + 1;
  }
  return worlds;
}

/** Half of the cells that still lack both are drawn up, half down. */
function directed(sign: number, random: number): number {
  const weight = 1 + (random % 97);
  return sign < 0 || random % 2 === 0 ? -weight : weight;
}

/** A fixed scatter of whole numbers: the same questions in the same order for anybody (Knuth, TAOCP 6.4, multiplicative hashing). */
function scatter(round: number, column: number): number {
  return Math.imul(Math.imul(round + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b), 0xc2b2ae35) >>> 8;
}
