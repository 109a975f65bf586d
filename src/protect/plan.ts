/** What protection is given and what it decides. Confidential: counts and people stay in memory. */
import type { System } from '../model/system.ts';
import type { Solver } from '../solver/solver.ts';

export interface ProtectInput {
  readonly system: System;
  readonly k: number;
  /** By cell of the system: its count, or undefined where the office gave none. */
  readonly counts: readonly (number | undefined)[];
  /** By cell: the people behind it as the threshold sees them; used for cells that have a count. */
  readonly people: readonly (number | undefined)[];
  /** By cell: what withholding it costs, more than 0. */
  readonly costs: readonly number[];
  /** Cells that this release would publish. */
  readonly publishable: ReadonlySet<number>;
  /** Cells that an earlier release published, which stay published. */
  readonly published: ReadonlySet<number>;
  /** Cells that an earlier release withheld, which stay withheld. */
  readonly withheld: ReadonlySet<number>;
  /** By cell: bounds on the record; 0 and infinity where there are none. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly solver: Solver;
  /** Programs to solve at most before complementary cells that are not needed are looked for no longer. */
  readonly workLimit: number;
}

/** For the operator alone: none of these numbers is ever written to a published file. */
export interface Protection {
  readonly withheld: ReadonlySet<number>;
  readonly primary: number;
  readonly complementary: number;
  /** Cost of the complementary cells. */
  readonly cost: number;
  /** People behind the complementary cells. */
  readonly people: number;
}

/** No choice of cells keeps the promise. `cells` are the keys that cannot be protected. */
export class ProtectionError extends Error {
  readonly cells: readonly string[];
  constructor(message: string, cells: readonly string[]) {
    super(message);
    this.cells = cells;
  }
}

/** At least one and fewer than k people behind a cell that has a count. */
export function isSensitiveCell({ people, k }: Pick<ProtectInput, 'people' | 'k'>, cell: number): boolean {
  const behind = people[cell];
  return behind !== undefined && behind >= 1 && behind < k;
}

/** What a reader knows when all but the withheld cells are published. */
export function givenCounts(
  { counts, publishable, published }: ProtectInput,
  withheld: ReadonlySet<number>,
): (number | undefined)[] {
  return counts.map((count, cell) =>
    (publishable.has(cell) || published.has(cell)) && !withheld.has(cell) ? count : undefined,
  );
}
