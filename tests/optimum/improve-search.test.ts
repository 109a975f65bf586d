// How the search for a cheaper choice goes, with a program whose answers are given, k = 5: a total of 40, and 3, 20, 9, 8;
// cell 1 must be withheld, and the others are columns w0 w2 w3 w4 and, as provably large, f0 f2 f3 f4.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Constraint } from '../../src/indexes/constraint.ts';
import { listChoices } from '../../src/optimum/choices.ts';
import { improve, type Referee } from '../../src/optimum/improve.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import type { BinaryProgram } from '../../src/solver/binary-program.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { watched } from '../attack/watched-solver.ts';
import { lineTask } from '../protect/plans.ts';
import { inWords } from './words.ts';

const line = lineTask([3, 20, 9, 8]);
/** 9 and 8, which cost 17: no goal is out of reach. */
const ENOUGH = [0, 0, 1, 1, 0, 0, 0, 0];
/** Out of reach are both goals of cell 1. */
const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0];
const ROOM = ['3 w0 + 3 w2 + 3 w3 + 3 w4 >= 3', '2 w0 + 2 w2 + 2 w3 + 2 w4 >= 2'];
const COMPANY = '1 w0 + 1 w2 + 1 w3 + 1 w4 >= 1';
const ALL = new Set([0, 1, 2, 3, 4]);

interface Script {
  readonly task?: ProtectTask;
  readonly start?: ReadonlySet<number>;
  readonly relaxed?: readonly ReturnType<BinaryProgram['relax']>[];
  readonly decided?: readonly ReturnType<BinaryProgram['decide']>[];
  readonly referee?: Partial<Referee>;
  readonly mayGoOn?: () => boolean;
}

/** What comes of these answers, one after another and then none; each decision is 10 units of work. */
function searched({ task = line, start, relaxed = [], decided = [], referee = {}, mayGoOn }: Script) {
  const [relaxations, decisions] = [[...relaxed], [...decided]];
  const [required, gaps, made]: [Constraint[], number[], number[][]] = [[], [], []];
  const engine = watched(task.solver, false);
  let [work, openPrograms] = [0, 0];
  const program: BinaryProgram = {
    require: (cut) => required.push(cut),
    relax: () => relaxations.shift(),
    decide: ({ gap }) => {
      gaps.push(gap);
      work += 10;
      return decisions.shift();
    },
    close: () => {
      openPrograms -= 1;
    },
  };
  const openBinary = () => {
    openPrograms += 1;
    return program;
  };
  const solver: Solver = { ...engine.solver, openBinary, work: () => work };
  onTestFinished(() => expect([engine.open(), openPrograms]).toEqual([0, 0]));
  const found = improve(
    { ...task, solver },
    start,
    {
      costOf: (withheld) => [...withheld].reduce((sum, cell) => sum + (task.costs[cell] ?? 1), -3),
      brokenBlocks: () => [],
      isSafe: () => true,
      exchange: (safe) => safe,
      makeSafe: (chosen) => {
        made.push([gaps.length, ...chosen]);
        work += 100;
        return undefined;
      },
      ...referee,
    },
    mayGoOn ?? (() => true),
  );
  const wordsOf = (cuts: readonly Constraint[]) => cuts.map((cut) => inWords(listChoices(task), cut));
  return {
    ...found,
    first: wordsOf(required.slice(0, 5)),
    required: wordsOf(required.slice(5, 20)),
    gaps,
    made,
  };
}

const relaxed = (values: readonly number[], bound = 0) => ({ values, bound });
const decided = relaxed;

describe('improve', () => {
  test('asks at first that provably large cells be withheld, and that cell 1 be not alone', () => {
    const provablyLarge = [0, 2, 3, 4].map((cell) => `1 w${cell} + -1 f${cell} >= 0`);
    expect(searched({}).first).toEqual([...provablyLarge, COMPANY]);
    const grouped = { ...line, groups: new Map([[2, [0]]]) };
    expect(searched({ task: grouped }).first.at(-1)).toBe('-1 w0 + 1 w2 >= 0');
  });

  test('asks the relaxation for what it breaks, until that is nothing, and keeps the best bound', () => {
    const { required, bound } = searched({
      relaxed: [relaxed(NOTHING, 3), relaxed(ENOUGH, 2)],
      decided: [{ values: undefined, bound: 1 }],
    });
    expect(required).toEqual(ROOM);
    expect(bound).toBe(3);
  });

  test('that may not go on asks for nothing more, and decides nothing', () => {
    const { required, bound, gaps, withheld } = searched({
      start: ALL,
      relaxed: [relaxed(NOTHING, 3), relaxed(ENOUGH, 4)],
      mayGoOn: () => false,
    });
    expect([required, bound, gaps, withheld]).toEqual([[], 3, [], ALL]);
  });

  test('where even the relaxation has no answer keeps what it is given, which nothing undercuts', () => {
    expect(searched({ start: ALL })).toMatchObject({
      withheld: ALL,
      bound: Number.POSITIVE_INFINITY,
      gaps: [],
    });
  });

  test('ends where no decision is found in time, with the better bound', () => {
    const { bound, gaps } = searched({
      relaxed: [relaxed(ENOUGH, 3)],
      decided: [{ values: undefined, bound: 7 }, decided(ENOUGH, 9)],
    });
    expect([bound, gaps]).toEqual([7, [0.02]]);
  });

  test('asks more closely as long as the answer is safe, and makes each safe', () => {
    const { gaps, made, required } = searched({
      relaxed: [relaxed(ENOUGH)],
      decided: [decided(ENOUGH), decided(ENOUGH), decided(ENOUGH), decided(ENOUGH)],
    });
    expect(gaps).toEqual([0.02, 0.005, 0]);
    expect(made).toEqual([1, 2, 3].map((round) => [round, 1, 3, 4]));
    expect(required).toEqual([]);
  });

  test('asks no more closely after an answer that leaves a goal out of reach', () => {
    const { gaps, required } = searched({
      relaxed: [relaxed(ENOUGH)],
      decided: [decided(NOTHING), decided(ENOUGH), decided(ENOUGH), decided(ENOUGH)],
    });
    expect(gaps).toEqual([0.02, 0.02, 0.005, 0]);
    expect(required).toEqual(ROOM);
  });

  test('excludes an answer of which a block is broken, or that is not safe, and asks no more closely after it', () => {
    const other = '1 w0 + 1 w2 + -1 w3 + -1 w4 >= -1';
    const script = { relaxed: [relaxed(ENOUGH)], decided: Array(4).fill(decided(ENOUGH)) };
    const broken = [[[1, 3]]];
    const blocks = searched({ ...script, referee: { brokenBlocks: () => broken.pop() ?? [] } });
    const unsafe = [false];
    const whole = searched({ ...script, referee: { isSafe: () => unsafe.pop() ?? true } });
    for (const { gaps, required } of [blocks, whole]) {
      expect(gaps).toEqual([0.02, 0.02, 0.005, 0]);
      expect(required).toEqual([other]);
    }
  });

  test('makes no answer safe that leaves a goal out of reach while that took more work than deciding', () => {
    const { made, withheld } = searched({
      start: ALL,
      relaxed: [relaxed(ENOUGH)],
      decided: Array(10).fill(decided(NOTHING)),
    });
    expect(made.map(([round]) => round)).toEqual([1, 10]);
    expect(withheld).toBe(ALL);
  });

  test('makes any other answer safe all the same', () => {
    const { made } = searched({
      relaxed: [relaxed(ENOUGH)],
      decided: [decided(NOTHING), decided(ENOUGH), decided(ENOUGH)],
    });
    expect(made.map(([round]) => round)).toEqual([1, 2, 3]);
  });

  test('keeps the cheapest that was made safe', () => {
    const safe = [new Set([1, 3, 4]), new Set([1, 2, 3]), new Set([1, 3, 4])];
    const { withheld } = searched({
      relaxed: [relaxed(ENOUGH)],
      decided: Array(3).fill(decided(ENOUGH)),
      referee: { makeSafe: () => safe.pop() },
    });
    expect(withheld).toEqual(new Set([1, 3, 4]));
    expect(safe).toEqual([]);
  });

  test('ends as soon as the bound is the cost of the best, or a rounding below', () => {
    const gapsAt = (bound: number) =>
      searched({ start: new Set([1, 3, 4]), relaxed: [relaxed(ENOUGH, bound)] }).gaps.length;
    expect([17, 17 - 1.7e-5, 17 - 3e-5].map(gapsAt)).toEqual([0, 0, 1]);
  });

  test('of more than 2500 cells to choose from keeps what it is given, and searches if it is given none', () => {
    const taskOf = (choices: number): ProtectTask => {
      const counts = Array<number>(choices).fill(9);
      const cells = counts.map((_, at) => ({
        key: `${at}`,
        measure: '',
        codes: [],
        role: 'tabled' as const,
      }));
      const system = { cells, index: new Map(), rows: [] };
      return {
        ...line,
        system,
        counts,
        people: counts,
        costs: counts,
        world: counts,
        lower: counts.map(() => 0),
        upper: counts.map((count) => 2 * count),
        publishable: new Set(counts.keys()),
        forced: new Set(),
      };
    };
    const boundOf = (choices: number, given: Pick<Script, 'start'>) =>
      searched({ task: taskOf(choices), ...given }).bound;
    expect(boundOf(2501, { start: ALL })).toBe(0);
    expect(boundOf(2501, {})).toBe(Number.POSITIVE_INFINITY);
    expect(boundOf(2500, { start: ALL })).toBe(Number.POSITIVE_INFINITY);
  });

  test('closes its models also when the solver fails', () => {
    const isSafe = () => {
      throw new Error('stopped');
    };
    const script = { relaxed: [relaxed(ENOUGH)], decided: [decided(ENOUGH)], referee: { isSafe } };
    expect(() => searched(script)).toThrow('stopped');
  });
});
