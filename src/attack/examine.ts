/**
 * One block of hidden cells before a reader who knows the promise (DESIGN section 3).
 *
 * Such a reader adds to the relations two facts that follow from the promise alone:
 *
 *   a hidden cell that must hold somebody holds k or more        x_i >= 1 everywhere   =>   x_i >= k
 *   every block hides somebody                                   some x_j in 1..k-1 in every world
 *
 * and takes the ranges again until nothing changes. A cell is then acquitted by two whole-number worlds, one
 * in which it is 0 and one in which it is k or more, or by the proof that it is k or more. Every other
 * hidden cell is condemned.
 */
import type { Session } from '../solver/solver.ts';
import { type AnyOf, findWorld, findWorldWith, type World } from '../solver/worlds.ts';

/** `open` and `k-or-more` keep the promise; a column that is never k or more, and a block without a world, break it. */
export type Verdict = 'open' | 'k-or-more' | 'never-k' | 'no-world';

export interface Examination {
  /** By column that the promise covers. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** Worlds that acquit, each of which explains the hiding. */
  readonly worlds: readonly World[];
  /** Columns that must hold k or more, in the order in which one follows from those before it. */
  readonly floors: readonly number[];
}

/** What is asked of a block: the columns that the promise covers, and of these the ones that were withheld. */
export interface Question {
  readonly promised: readonly number[];
  readonly withheld: ReadonlySet<number>;
  readonly k: number;
}

/** Bounds of columns found to hold k or more are raised in the session and stay so. */
export function examineBlock(session: Session, question: Question): Examination {
  const explains: AnyOf = { columns: question.promised, lower: 1, upper: question.k - 1 };
  const { worlds, floors } = findZeros(session, question, explains);
  if (worlds.length === 0 && findWorldWith(session, [], new Map(), explains) === undefined) {
    return { verdicts: new Map(question.promised.map((column) => [column, 'no-world'])), worlds, floors: [] };
  }
  const verdicts = new Map<number, Verdict>();
  for (const column of question.promised) {
    verdicts.set(
      column,
      floors.has(column) ? 'k-or-more' : judgeOpen(session, question, explains, worlds, column),
    );
  }
  return { verdicts, worlds, floors: [...floors] };
}

/** A world of 0 for every column that can be 0; the others must hold k or more, which may take worlds away again. */
function findZeros(
  session: Session,
  { promised, k }: Question,
  explains: AnyOf,
): { worlds: World[]; floors: Set<number> } {
  const floors = new Set<number>();
  let worlds = throwManyWorlds(session, promised, k, explains);
  for (let next = firstWithoutZero(); next !== undefined; next = firstWithoutZero()) {
    const column = next;
    const world = findWorldWith(
      session,
      [{ column, lower: 0, upper: 0 }],
      pull(promised, worlds, k),
      explains,
    );
    if (world !== undefined) {
      worlds.push(world);
      continue;
    }
    floors.add(column);
    const { lower, upper } = session.model;
    session.setBounds({ column, lower: Math.max(k, lower[column] ?? 0), upper: upper[column] ?? 0 });
    worlds = worlds.filter((other) => (other[column] ?? 0) >= k);
  }
  return { worlds, floors };

  function firstWithoutZero(): number | undefined {
    return promised.find((column) => !floors.has(column) && !worlds.some((world) => world[column] === 0));
  }
}

/** Whether a column that can be 0 can be k or more too; a world that shows it joins `worlds`. */
function judgeOpen(
  session: Session,
  { promised, withheld, k }: Question,
  explains: AnyOf,
  worlds: World[],
  column: number,
): Verdict {
  if (worlds.some((world) => (world[column] ?? 0) >= k)) return 'open';
  const world = findWorldWith(
    session,
    [{ column, lower: k, upper: Number.POSITIVE_INFINITY }],
    pull(promised, worlds, k),
    explains,
  );
  if (world !== undefined) {
    worlds.push(world);
    return 'open';
  }
  if (withheld.has(column)) return 'never-k';
  const somebody = findWorld(session, [{ column, lower: 1, upper: Number.POSITIVE_INFINITY }], new Map());
  return somebody === undefined ? 'open' : 'never-k';
}

/** Costs that draw cells still without a world of 0 down, and those without one of k or more up. */
function pull(promised: readonly number[], worlds: readonly World[], k: number): Map<number, number> {
  return new Map(
    promised.flatMap((column) => {
      const low = worlds.some((world) => world[column] === 0);
      const high = worlds.some((world) => (world[column] ?? 0) >= k);
      if (low && high) return [];
      return [[column, low ? -1 : 1] as const];
    }),
  );
}

/** Worlds in as many directions as keep bringing news, each with another cell as the one that explains. */
function throwManyWorlds(session: Session, promised: readonly number[], k: number, explains: AnyOf): World[] {
  const worlds: World[] = [];
  for (let round = 0, idle = 0; idle < 3 && round < promised.length; round += 1) {
    const column = promised[scatter(round, 0) % promised.length] ?? 0;
    const lacking = pull(promised, worlds, k);
    const costs = new Map([...lacking].map(([at, sign]) => [at, directed(sign, scatter(round, at))]));
    const world = findWorld(session, [{ column, lower: explains.lower, upper: explains.upper }], costs);
    const news =
      world !== undefined &&
      [...lacking].some(([at, sign]) => (sign > 0 && world[at] === 0) || (world[at] ?? 0) >= k);
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
