// Which cells may be withheld or be provably large, and what each must reach, k = 5: a total of 32, and 3, 20, 0, 9.

import { describe, expect, test } from 'vitest';
import { type Choices, listChoices, listGoals } from '../../src/optimum/choices.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import { lineTask } from '../protect/plans.ts';

const line = lineTask([3, 20, 0, 9]);
const ALL = [0, 1, 2, 3, 4];

/** The same with cell 4 in this role. */
function withRole(role: 'difference' | 'unpublished'): ProtectTask {
  const cells = line.system.cells.map((cell, at) => (at === 4 ? { ...cell, role } : cell));
  return { ...line, system: { ...line.system, cells }, publishable: new Set([0, 1, 2, 3]) };
}

function read({ withhold, large, costs, isHidden }: Choices) {
  return { withhold: [...withhold], large: [...large], costs, hidden: ALL.filter(isHidden) };
}

describe('listChoices', () => {
  test('has a column for each cell that is not small, then one for each of k or more', () => {
    expect(read(listChoices(line))).toEqual({
      withhold: [
        [0, 0],
        [2, 1],
        [3, 2],
        [4, 3],
      ],
      large: [
        [0, 4],
        [2, 5],
        [4, 6],
      ],
      costs: [32, 20, 1, 9, 0, 0, 0],
      hidden: [1],
    });
  });

  test('of a cell without a cost is our own fault', () => {
    expect(() => listChoices({ ...line, costs: [7] })).toThrow('internal error');
  });

  test('leaves no choice of what earlier releases published or withheld; what they withheld may be provably large', () => {
    const { withhold, large, hidden } = read(
      listChoices({ ...line, publishedBefore: new Set([2]), forced: new Set([1, 3, 4]) }),
    );
    expect(withhold.map(([cell]) => cell)).toEqual([0]);
    expect(large.map(([cell]) => cell)).toEqual([0, 4]);
    expect(hidden).toEqual([1, 3, 4]);
  });

  test('leaves no choice of what the tables do not publish, which readers know by nature if it is counted', () => {
    const publishable = new Set([0, 1, 2, 3]);
    const known = read(listChoices({ ...line, publishable }));
    expect([known.withhold.length, known.large.length, known.hidden]).toEqual([3, 2, [1]]);
    const uncounted = read(listChoices({ ...line, publishable, counts: [32, 3, 20, 0, undefined] }));
    expect([uncounted.withhold.length, uncounted.large.length, uncounted.hidden]).toEqual([3, 2, [1, 4]]);
  });

  test('hides differences, which may be provably large, and unknowns, which are not part of the promise', () => {
    const difference = read(listChoices(withRole('difference')));
    expect([difference.large.map(([cell]) => cell), difference.hidden]).toEqual([
      [0, 2, 4],
      [1, 4],
    ]);
    const unknown = read(listChoices(withRole('unpublished')));
    expect([unknown.large.map(([cell]) => cell), unknown.hidden]).toEqual([
      [0, 2],
      [1, 4],
    ]);
  });

  test('has no provably large cell of fewer people behind a count of k', () => {
    const { large } = read(listChoices({ ...line, people: [32, 3, 4, 0, 9] }));
    expect(large.map(([cell]) => cell)).toEqual([0, 4]);
  });
});

/** `cell-room` down, `cell+room` up, in brackets where the goal is conditional. */
function goalsOf(task: ProtectTask): string {
  return listGoals(listChoices(task))
    .map(({ cell, direction, room, isConditional }) => {
      const goal = `${cell}${direction === 1 ? '+' : '-'}${room}`;
      return isConditional ? `(${goal})` : goal;
    })
    .join(' ');
}

describe('listGoals', () => {
  test('asks for 0 and k of a small cell, and of others if they are withheld and not provably large', () => {
    expect(goalsOf(line)).toBe('(0-32) 1-3 1+2 (2-20) (3+5) (4-9)');
  });

  test('asks of what earlier releases withheld, whatever is chosen, unless it may be provably large', () => {
    expect(goalsOf({ ...line, forced: new Set([1, 3, 4]) })).toBe('(0-32) 1-3 1+2 (2-20) 3+5 (4-9)');
  });

  test('asks nothing of cells that stay published or are not part of the promise', () => {
    expect(goalsOf({ ...line, publishable: new Set([1, 2]) })).toBe('1-3 1+2 (2-20)');
    expect(goalsOf({ ...line, publishable: new Set([2]), forced: new Set() })).toBe('(2-20)');
  });

  test('asks of a small difference, and of an empty category of a group with people', () => {
    const difference = { ...withRole('difference'), world: [26, 3, 20, 0, 3], people: [26, 3, 20, 0, 3] };
    expect(goalsOf(difference)).toBe('(0-26) 1-3 1+2 (2-20) (3+5) 4-3 4+2');
    expect(goalsOf({ ...line, disclosing: new Set([3]) })).toBe('(0-32) 1-3 1+2 (2-20) 3+5 (4-9)');
  });
});
