/**
 * The parts of a task that have nothing to do with each other: whatever is decided, no relation and no group joins their
 * cells but over cells that every reader knows. Each is protected by itself.
 */
import { joinSets } from '../indexes/join.ts';
import type { Draw } from './blind/draw.ts';
import { isSettled } from './must-hide.ts';
import type { TaskData } from './task.ts';

/** A task of its own; `cells` are its cells in the whole task, rising. */
export interface Part {
  readonly cells: readonly number[];
  readonly task: TaskData;
}

/** Cells that every reader knows stand in each part that they bear on. */
export function splitTask(task: TaskData): Part[] {
  return [...joinedCells(task)].map((own) => partOf(task, new Set(own)));
}

/** The cells that are not settled, each with all that it is linked with. */
function joinedCells(task: TaskData): Iterable<readonly number[]> {
  const unsettled = [...task.world.keys()].filter((cell) => !isSettled(task, cell));
  const isUnsettled = new Set(unsettled);
  const sets = [
    ...task.system.rows.map(({ cells }) => cells),
    ...[...task.groups].map(([cell, of]) => [cell, ...of]),
  ];
  const find = joinSets(
    task.world.length,
    sets.map((cells) => cells.filter((cell) => isUnsettled.has(cell))),
  );
  return Map.groupBy(unsettled, find).values();
}

function partOf(task: TaskData, own: ReadonlySet<number>): Part {
  const rows = task.system.rows.filter((row) => row.cells.some((cell) => own.has(cell)));
  const groups = [...own].flatMap((cell) => task.groups.get(cell) ?? []);
  const cells = [...new Set([...own, ...rows.flatMap((row) => row.cells), ...groups])].sort(
    (one, other) => one - other,
  );
  const placeOf = new Map(cells.map((cell, place) => [cell, place]));
  const places = (some: Iterable<number>) => [...some].flatMap((cell) => placeOf.get(cell) ?? []);
  const pick = <T>(values: readonly T[]) => cells.map((cell) => values[cell] as T);
  const systemCells = pick(task.system.cells);
  return {
    cells,
    task: {
      ...task,
      system: {
        cells: systemCells,
        index: new Map(systemCells.map(({ key }, place) => [key, place])),
        rows: rows.map((row) => ({ ...row, cells: places(row.cells) })),
      },
      counts: pick(task.counts),
      people: pick(task.people),
      costs: pick(task.costs),
      lower: pick(task.lower),
      upper: pick(task.upper),
      world: pick(task.world),
      publishable: new Set(places(task.publishable)),
      publishedBefore: new Set(places(task.publishedBefore)),
      forced: new Set(places(task.forced)),
      inherited: new Set(places(task.inherited)),
      disclosing: new Set(places(task.disclosing)),
      ...(task.draw && { draw: partOfDraw(task.draw, pick, places) }),
      groups: new Map(
        [...own].flatMap((cell) => {
          const of = task.groups.get(cell);
          return of === undefined ? [] : [[placeOf.get(cell) as number, places(of)]];
        }),
      ),
    },
  };
}

function partOfDraw(
  { decoys, lots, prices }: Draw,
  pick: (values: readonly number[]) => number[],
  places: (cells: Iterable<number>) => number[],
): Draw {
  return { decoys: new Set(places(decoys)), lots: pick(lots), prices: pick(prices) };
}
