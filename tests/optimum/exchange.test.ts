// Cheaper choices by exchange, k = 5, from what `removeRedundant` leaves of all cells.

import { describe, expect, onTestFinished, test } from 'vitest';
import { type Exchanger, exchange } from '../../src/optimum/exchange.ts';
import type { Unprotected } from '../../src/protect/audit/block-check.ts';
import { openPatternAudit, type PatternAudit } from '../../src/protect/audit/pattern-audit.ts';
import { removeRedundant } from '../../src/protect/cheapest/redundant.ts';
import { openSecondaryFinder } from '../../src/protect/secondary-finder.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../attack/shapes.ts';
import { publishedCells } from '../attack/tables.ts';
import { taskOf } from '../protect/plans.ts';

/** What exchange needs, all tools of its own, and what is left of all cells. */
function open(task: ProtectTask, all: readonly number[]) {
  const audit = openPatternAudit(task);
  const finder = openSecondaryFinder(task);
  onTestFinished(() => {
    audit.close();
    finder.close();
  });
  const isForced = (cell: number) => {
    const count = task.world[cell] ?? 0;
    return (count > 0 && count < 5) || task.disclosing.has(cell);
  };
  const forced = new Set(all.filter(isForced));
  const costOf = (withheld: ReadonlySet<number>) =>
    [...withheld].reduce((sum, cell) => sum + (forced.has(cell) ? 0 : (task.costs[cell] ?? 1)), 0);
  const exchanger: Exchanger = { task: { ...task, forced }, audit, finder, costOf };
  return { exchanger, audit, costOf, forced, start: removeRedundant(task, audit, forced, new Set(all)) };
}

function openShape(name: string, leaves: readonly number[]) {
  const table = SHAPES[name] ?? SENSITIVE_SHAPES[name];
  if (table === undefined) throw new Error('no such shape');
  const keysOf = (cells: Iterable<number>) =>
    [...cells].map((cell) => table.system.cells[cell]?.key ?? '').sort();
  return { ...open(taskOf(table, leaves), publishedCells(table)), keysOf };
}

describe('exchange', () => {
  test.for([
    ['overlapping bands in two tables', [3, 20, 9, 8, 11, 2, 30, 14, 6], 48, 37, '14-64 65+'],
    ['two by three', [6, 2, 12, 9, 3, 14, 5, 8, 20], 41, 35, '_T|b1 _T|b2 a1|b1 a2|b1'],
    ['three by three', [2, 9, 14, 6, 1, 11, 30, 7, 8], 46, 40, 'a1|b2 a1|b3 a2|b1 a2|b3'],
    ['categories that overlap', [2, 9, 14, 6, 1, 11, 30, 7, 8], 37, 23, '14-64'],
  ] as const)(
    'of %s of %j goes from a cost of %i to %i, besides what must be withheld: %s',
    ([name, leaves, ...expected]) => {
      const { exchanger, audit, costOf, forced, start, keysOf } = openShape(name, leaves);
      const found = exchange(exchanger, start, () => true);
      const besides = [...found].filter((cell) => !forced.has(cell));
      expect([costOf(start), costOf(found), keysOf(besides).join(' ')]).toEqual(expected);
      expect(audit.isSafe(found)).toBe(true);
      for (const cell of forced) expect(found.has(cell)).toBe(true);
    },
  );

  test('of a choice than which none is cheaper gives one as cheap', () => {
    const { exchanger, costOf, start } = openShape('one line', [3, 20, 9, 8]);
    expect(costOf(exchange(exchanger, start, () => true))).toBe(costOf(start));
  });

  test('of a choice that withholds nothing besides gives it back', () => {
    const { exchanger, start, forced } = openShape('one line', [3, 2, 4, 8]);
    expect(start).toEqual(forced);
    expect(exchange(exchanger, start, () => true)).toBe(start);
  });

  test('stops when it may not go on, with what it has by then', () => {
    const of = (most: number) => {
      const { exchanger, costOf, start } = openShape('three by three', [2, 9, 14, 6, 1, 11, 30, 7, 8]);
      let asked = 0;
      const found = exchange(exchanger, start, () => asked++ < most);
      return [asked, costOf(found), found === start];
    };
    expect(of(0)).toEqual([1, 46, true]);
    const [asked, cost] = of(1000);
    expect(cost).toBe(40);
    expect(of(Number(asked) - 1)).toEqual([asked, 40, false]);
  });

  /** Where widening finds nothing no exchange is possible. */
  test('keeps what it has where nothing makes up for the cell', () => {
    const { exchanger, start } = openShape('three by three', [2, 9, 14, 6, 1, 11, 30, 7, 8]);
    const finder = { ...exchanger.finder, findSecondary: () => undefined };
    const found = exchange({ ...exchanger, finder }, start, () => true);
    expect(exchanger.costOf(found)).toBe(exchanger.costOf(start));
  });

  test('leaves no cell to be avoided behind', () => {
    const { exchanger, start } = openShape('three by three', [2, 9, 14, 6, 1, 11, 30, 7, 8]);
    const avoided: (number | undefined)[] = [];
    const finder = {
      ...exchanger.finder,
      avoid: (cell: number | undefined) => {
        avoided.push(cell);
        exchanger.finder.avoid(cell);
      },
    };
    exchange({ ...exchanger, finder }, start, () => true);
    expect(avoided.filter((_, at) => at % 2 === 0)).not.toContain(undefined);
    expect(new Set(avoided.filter((_, at) => at % 2 === 1))).toEqual(new Set([undefined]));
  });

  /** Two districts, of 3 and 9, and of 8 and 7 people: 12, 15 and 27. */
  function openScripted(lacking: PatternAudit['lacking'], found: readonly string[]) {
    const { exchanger, keysOf } = openShape('a hierarchy', [3, 9, 8, 7]);
    const of = (keys: readonly string[]) => keys.map((key) => exchanger.task.system.index.get(key) as number);
    const audit = { ...exchanger.audit, lacking };
    const findSecondary = () => ({ move: undefined, cells: of(found), cost: 1 });
    return { exchanger: { ...exchanger, audit, finder: { ...exchanger.finder, findSecondary } }, keysOf, of };
  }
  const ALL = ['_T', 'd1', 'd2', 'x1', 'x2', 'x3', 'x4'];
  const lack: Unprotected = { cell: 3, target: 'zero', lacks: 'room', provablyLarge: [] };

  test('publishes each cell, dearest first, alone and then with one more of the dearest around it', () => {
    const published: string[] = [];
    const scripted = openScripted((withheld) => {
      const left = scripted.keysOf(withheld);
      published.push(ALL.filter((key) => !left.includes(key)).join(' '));
      return [lack];
    }, []);
    exchange(scripted.exchanger, new Set(scripted.of(ALL)), () => true);
    expect(published).toEqual([
      ...['_T', 'd2', 'd1', 'x2', 'x3', 'x4'],
      ...['_T d2', '_T d2', '_T d1', 'd1 x2', 'd2 x3', 'd2 x4'],
      ...['_T d1 d2', '_T d1 d2', '_T d1 d2', 'd1 x2', 'd2 x3 x4', 'd2 x3 x4'],
      ...['_T d1 d2', '_T d1 d2 x3', '_T d1 d2 x2', 'd1 x2', 'd2 x3 x4', 'd2 x3 x4'],
    ]);
  });

  test('then publishes what is not needed around the cells that it published or withheld, and nowhere else', () => {
    const keptOf = (start: readonly string[], found: readonly string[]) => {
      let asked = 0;
      const { exchanger, keysOf, of } = openScripted(
        () => (asked++ === 0 && found.length > 0 ? [lack] : []),
        found,
      );
      const kept: string[] = [];
      const joined: PatternAudit['joined'] = (withheld, own) => {
        kept.push(keysOf(own).join(' '));
        return withheld;
      };
      exchange(
        { ...exchanger, audit: { ...exchanger.audit, joined } },
        new Set(of(start)),
        () => kept.length === 0,
      );
      return kept[0];
    };
    expect(keptOf(['x1', 'x2', 'x3', 'x4'], [])).toBe('x1 x3 x4');
    expect(keptOf(['d2', 'x1', 'x2', 'x4'], [])).toBe('x1 x2');
    expect(keptOf(['x1', 'x2', 'x4'], ['x3'])).toBe('x1');
  });
});
