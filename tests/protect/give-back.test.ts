// Which complementary cells `giveBack` publishes again, and in which order, for any notion of what is safe.
import { expect, test } from 'vitest';
import { giveBack } from '../../src/protect/give-back.ts';

/** Cells 1 to 5 are withheld, and 1 must be. */
const COSTS = [0, 9, 2, 5, 5, 1];
const KEPT = new Set([1]);
const WIDENED = new Set([5, 4, 3, 2, 1]);

function withoutWhere(isSafe: (withheld: ReadonlySet<number>) => boolean) {
  return (withheld: ReadonlySet<number>, cell: number) => {
    const less = new Set([...withheld].filter((other) => other !== cell));
    return isSafe(less) ? less : undefined;
  };
}

function given(
  isSafe: (withheld: ReadonlySet<number>) => boolean,
  costs: readonly number[] = COSTS,
): number[] {
  return [...giveBack({ costs }, withoutWhere(isSafe), KEPT, WIDENED)].sort();
}

test('giveBack keeps what must be withheld and gives back all else where anything is safe', () => {
  expect(given(() => true)).toEqual([1]);
});

test('giveBack gives nothing back where nothing less is safe', () => {
  expect(given(() => false)).toEqual([1, 2, 3, 4, 5]);
});

test('giveBack asks for the dearest cell first, and of equally dear ones for the first', () => {
  const asked: number[] = [];
  given((withheld) => {
    asked.push([...WIDENED].find((cell) => !withheld.has(cell)) ?? 0);
    return false;
  });
  expect(asked).toEqual([3, 4, 2, 5]);
});

test('giveBack takes a cell without a cost for one of 1', () => {
  const asked: number[] = [];
  given(
    (withheld) => {
      asked.push([...WIDENED].find((cell) => !withheld.has(cell)) ?? 0);
      return false;
    },
    [0, 9, 0.5, 2],
  );
  expect(asked).toEqual([3, 4, 5, 2]);
});

test('giveBack of one cell alone gives it back', () => {
  expect(
    giveBack(
      { costs: COSTS },
      withoutWhere(() => true),
      new Set(),
      new Set([4]),
    ),
  ).toEqual(new Set());
});

test('giveBack keeps the dear one of two cells of which one is needed only if the cheap one is gone', () => {
  expect(given((withheld) => withheld.has(3) || withheld.has(5))).toEqual([1, 5]);
});

test('giveBack asks again for a cell that was needed for the sake of one given back after it', () => {
  expect(given((withheld) => withheld.has(3) || !withheld.has(5))).toEqual([1]);
});

test('giveBack does not ask for cells that went with another', () => {
  const asked: number[] = [];
  const without = (_: ReadonlySet<number>, cell: number) => {
    asked.push(cell);
    return cell === 3 ? new Set([1, 2]) : undefined;
  };
  expect([...giveBack({ costs: COSTS }, without, KEPT, WIDENED)]).toEqual([1, 2]);
  expect(asked).toEqual([3, 2, 2]);
});
