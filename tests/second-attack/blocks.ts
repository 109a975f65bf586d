/** Sums made small: columns that follow are filled in, known sums are taken off sums that hold them, and what no sum joins falls into blocks. */
import type { Knowledge, Terms } from './knowledge.ts';
import { type Asked, type Row, rowsOf, takeFrom } from './rows.ts';

export interface Block {
  readonly asked: readonly Asked[];
  readonly rows: readonly Row[];
  readonly columns: readonly number[];
  /** Blocks with the same mark are joined by sums of cells and their parts, though these tell nothing more. */
  readonly group: number;
}

export interface Divided {
  readonly blocks: readonly Block[];
  /** What follows from one sum after another. */
  readonly exact: readonly {
    readonly name: string;
    readonly count: number;
    readonly isDifference: boolean;
  }[];
  /** Columns that follow so, and their counts. */
  readonly filled: ReadonlyMap<number, number>;
  /** What does not add up. */
  readonly faults: readonly string[];
}

export function blocksOf(knowledge: Knowledge): Divided {
  const { rows, asked } = rowsOf(knowledge);
  const faults: string[] = [];
  const filled = new Map<number, number>();
  const sizeOf = (some: readonly Row[]) => some.reduce((size, { sum }) => size + sum.size, 0);
  let left = rows;
  for (let before = -1; before !== sizeOf(left); ) {
    before = sizeOf(left);
    takeOff(left, left);
    left = fillIn(left, asked, filled, faults);
  }
  takeOff(
    asked.map(({ row }) => row),
    left,
  );
  const isExact = ({ row }: Asked) => row.sum.size === 0;
  const open = asked.filter((one) => !isExact(one));
  return {
    blocks: joined(left, open, knowledge.links),
    exact: asked
      .filter(isExact)
      .map(({ name, row, isDifference }) => ({ name, count: 0 - row.most, isDifference })),
    filled,
    faults,
  };
}

const isSum = ({ sum, least, most }: Row) => least === most && [...sum.values()].every((one) => one === 1);

function holdersOf(rows: Iterable<Row>): Map<number, Row[]> {
  const holders = new Map<number, Row[]>();
  for (const row of rows)
    for (const column of row.sum.keys()) {
      const own = holders.get(column);
      if (own === undefined) holders.set(column, [row]);
      else own.push(row);
    }
  return holders;
}

/** Fills in columns of sums that are 0, and of sums of one column, again and again. Returns the rows of which something is left. */
function fillIn(
  rows: readonly Row[],
  asked: readonly Asked[],
  filled: Map<number, number>,
  faults: string[],
): Row[] {
  const holders = holdersOf([...rows, ...asked.map((one) => one.row)]);
  const open = new Set(rows);
  const fill = (column: number, count: number) => {
    filled.set(column, count);
    if (!Number.isInteger(count) || count < 0) faults.push('A count is negative or not whole.');
    for (const holder of holders.get(column) ?? []) {
      const times = holder.sum.get(column);
      if (times === undefined) continue;
      takeFrom(holder, new Map([[column, 1]]), times, count);
      // Looked at again, after all that are still to come.
      if (open.delete(holder)) open.add(holder);
    }
  };
  for (const row of open) {
    const [{ sum, least, most: value }, [coefficient]] = [row, row.sum.values()];
    const follows = least === value && (sum.size === 1 || (value === 0 && isSum(row)));
    if (follows && coefficient !== undefined)
      for (const column of [...sum.keys()]) fill(column, value / coefficient);
  }
  if (rows.some(({ sum, least, most }) => sum.size === 0 && (least > 0 || most < 0)))
    faults.push('Published counts do not add up.');
  return rows.filter(({ sum }) => sum.size > 0);
}

/** Takes known sums off each row that holds them whole: the widest first. */
function takeOff(rows: readonly Row[], known: readonly Row[]): void {
  const nameOf = ({ sum }: Row) => [...sum.keys()].sort((one, other) => one - other).join();
  const holders = holdersOf(new Map(known.filter(isSum).map((one) => [nameOf(one), one])).values());
  for (const row of rows.toSorted((one, other) => one.sum.size - other.sum.size)) {
    const shared = new Map<Row, number>();
    for (const part of [...row.sum.keys()].flatMap((column) => holders.get(column) ?? []))
      shared.set(part, (shared.get(part) ?? 0) + 1);
    const inside = [...shared].filter(([part, count]) => part !== row && count >= part.sum.size);
    for (const [part] of inside.sort(([one], [other]) => other.sum.size - one.sum.size)) {
      const [times, ...others] = [...part.sum.keys()].map((column) => row.sum.get(column));
      if (times !== undefined && others.every((each) => each === times))
        takeFrom(row, part.sum, times, part.most);
    }
  }
}

function joined(rows: readonly Row[], asked: readonly Asked[], links: readonly Terms[]): Block[] {
  const columns = openGroups<number>();
  for (const { sum } of [...rows, ...asked.map(({ row }) => row)]) columns.join([...sum.keys()]);
  const blockOf = ({ sum }: Row) => columns.top(sum.keys().next().value ?? -1);
  const blocks = openGroups<number>();
  const blockOfCell = new Map(asked.map(({ key, row }) => [key, blockOf(row)]));
  for (const link of links) blocks.join(link.flatMap(([key]) => blockOfCell.get(key) ?? []));
  const rowsIn = Map.groupBy(rows, blockOf);
  const askedIn = Map.groupBy(asked, ({ row }) => blockOf(row));
  return [...Map.groupBy(columns.all(), columns.top)].map(([at, own]) => ({
    asked: askedIn.get(at) ?? [],
    rows: rowsIn.get(at) ?? [],
    columns: own,
    group: blocks.top(at),
  }));
}

/** Things that are joined are in one group, named by one of them. */
function openGroups<T>() {
  const above = new Map<T, T>();
  const top = (one: T): T => {
    let at = one;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next;
    above.set(one, at);
    return at;
  };
  const join = (all: readonly T[]) => {
    for (const one of all) above.set(top(one), top(all[0] as T));
  };
  return { top, join, all: () => [...above.keys()] };
}
