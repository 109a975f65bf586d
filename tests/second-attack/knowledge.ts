/**
 * All that a reader has of published tables, in the simplest words: a cell is a set of leaves in each dimension of its measure,
 * so that two names of the same people are one cell, in whatever table, release or way to roll up they stand.
 */

/** For each code of a dimension the leaves that it stands for, in order. */
export type Leaves = ReadonlyMap<string, readonly string[]>;

export interface Cell {
  readonly measure: string;
  /** The leaves of each dimension. */
  readonly at: readonly (readonly string[])[];
  /** As the first file that has it names it. */
  readonly name: string;
  known?: number;
  /** Some file withholds it. */
  hidden: boolean;
  /** Some table has it, shown or withheld. */
  isTabled: boolean;
  least: number;
  most: number;
}

/** `sum of coefficient x cell`; cells by their keys. */
export type Terms = readonly (readonly [key: string, coefficient: number])[];

export interface Knowledge {
  readonly k: number;
  /** The leaves of each dimension of each measure, all together. */
  readonly wholes: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly cells: Map<string, Cell>;
  /** What holds between cells: the terms add up to 0 (`equal`), or to 0 and more. */
  readonly relations: { readonly terms: Terms; readonly equal: boolean }[];
  /** A cell less its parts, which add up to 0: in each way to roll up. */
  readonly links: Terms[];
  /** What anybody can subtract, and what is then promised as of a cell. */
  readonly differences: { readonly name: string; readonly terms: Terms }[];
}

export function keyOf(measure: string, at: Cell['at']): string {
  return [measure, ...at.map((leaves) => leaves.join(' '))].join('|');
}

/** The cell with these leaves, which is made where no file had it yet. */
export function cellAt({ cells }: Knowledge, measure: string, at: Cell['at'], name: string): Cell {
  const key = keyOf(measure, at);
  const found = cells.get(key) ?? {
    measure,
    at,
    name,
    hidden: false,
    isTabled: false,
    least: 0,
    most: Infinity,
  };
  cells.set(key, found);
  return found;
}

/** What each code of a dimension stands for, from lines `[parent, child]` of all ways to roll up. */
export function leavesOf(edges: readonly (readonly [string, string])[], total: string): Leaves {
  const children = Map.groupBy(edges, ([parent]) => parent);
  const found = new Map<string, readonly string[]>();
  const visit = (code: string): readonly string[] => {
    const own = children.get(code)?.flatMap(([, child]) => found.get(child) ?? visit(child)) ?? [code];
    const leaves = [...new Set(own)].sort();
    found.set(code, leaves);
    return leaves;
  };
  visit(total);
  return found;
}

/** Ways to divide a dimension: `[parent, child]` of each. */
export type Rollup = readonly (readonly [string, string])[];

/** Links each cell with its parts in one way to divide one dimension: the nearest that are cells. */
export function addLinks(
  knowledge: Knowledge,
  measure: string,
  dimension: number,
  leaves: Leaves,
  rollup: Rollup,
): void {
  const children = Map.groupBy(rollup, ([parent]) => parent);
  const parts = ({ at }: Cell, code: string): (string | undefined)[] => {
    const below = children.get(code)?.map(([, child]) => child);
    return (below ?? [undefined]).flatMap((child) => {
      if (child === undefined) return [undefined];
      const key = keyOf(measure, at.with(dimension, leaves.get(child) ?? []));
      return knowledge.cells.has(key) ? [key] : parts({ at } as Cell, child);
    });
  };
  const codesOf = Map.groupBy(children.keys(), (code) => leaves.get(code)?.join(' '));
  for (const [key, cell] of knowledge.cells) {
    if (cell.measure !== measure) continue;
    for (const code of codesOf.get(cell.at[dimension]?.join(' ')) ?? []) {
      const own = parts(cell, code);
      if (own.includes(undefined)) continue;
      knowledge.links.push([[key, 1], ...own.map((part) => [part ?? '', -1] as const)]);
    }
  }
}

export function leafList(leaves: Leaves, code: string): readonly string[] {
  const found = leaves.get(code);
  if (found === undefined) throw new Error(`No codelist has the code "${code}".`);
  return found;
}

/**
 * Of each two cells that differ in one dimension alone, where one holds the other: what is left over. Where published codes
 * make that up without a rest it is a sum of cells of which each is promised already, and is left out.
 */
export function addDifferences(knowledge: Knowledge, measure: string): void {
  const cells = [...knowledge.cells.values()].filter((cell) => cell.isTabled && cell.measure === measure);
  const wholes = knowledge.wholes.get(measure) ?? [];
  for (const dimension of wholes.keys()) {
    const lines = Map.groupBy(cells, ({ at }) => keyOf(measure, at.with(dimension, [])));
    for (const line of lines.values())
      for (const whole of line) knowledge.differences.push(...differencesIn(whole, line, dimension));
  }
}

/** `line`: cells that differ in this dimension alone. */
function differencesIn(whole: Cell, line: readonly Cell[], dimension: number): Knowledge['differences'] {
  const leaves = ({ at }: Cell) => at[dimension] ?? [];
  const inside = line.filter((part) => isWithin(leaves(part), leaves(whole)));
  const open = inside.filter((part) => {
    const gone = new Set(leaves(part));
    return !isMadeUp(
      leaves(whole).filter((leaf) => !gone.has(leaf)),
      inside.map(leaves),
    );
  });
  return open.map((part) => ({
    name: `${whole.name} less ${part.name}`,
    terms: [[keyOf(whole.measure, whole.at), 1] as const, [keyOf(part.measure, part.at), -1] as const],
  }));
}

function isWithin(part: readonly string[] = [], whole: readonly string[] = []): boolean {
  const all = new Set(whole);
  return part.length < whole.length && part.every((leaf) => all.has(leaf));
}

/** Whether some of these sets, none of which share a leaf, make up the leaves: the widest that fits first. */
function isMadeUp(leaves: readonly string[], sets: readonly (readonly string[])[]): boolean {
  const left = new Set(leaves);
  for (const set of sets.toSorted((one, other) => other.length - one.length))
    if (set.every((leaf) => left.has(leaf))) for (const leaf of set) left.delete(leaf);
  return left.size === 0;
}
