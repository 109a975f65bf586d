/** What protection is given and what it decides. Confidential: counts and people stay in memory. */
import type { Solver } from '../solver/solver.ts';
import type { System, SystemCell } from '../system/system.ts';
import type { Draw } from './blind/draw.ts';

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
  /** Cells that an earlier release published, or that are as good as published by one: they stay published. */
  readonly publishedBefore: ReadonlySet<number>;
  /** Cells that an earlier release withheld: they stay withheld. */
  readonly inherited: ReadonlySet<number>;
  /** By cell: bounds on the record; 0 and infinity where there are none. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Cells that cannot be otherwise than zero; none if left out. */
  readonly natural?: ReadonlySet<number>;
  readonly solver: Solver;
  /** What a secret has drawn for a choice by lots; left out for the cheapest one, where nobody is to be protected by it. */
  readonly draw?: Draw;
}

/** What a choice works on: the input, with its tallies as one whole-number world and what sensitive dimensions call for (groups.ts). */
export interface ProtectTask extends ProtectInput {
  /** Cells that must be withheld before anything is chosen: small ones, `inherited`, and what sensitive dimensions call for. */
  readonly forced: ReadonlySet<number>;
  /** By cell its count in the true world. */
  readonly world: readonly number[];
  /** By category of a sensitive dimension its groups. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
  /** Categories that hold nobody, or everybody, of a group that has people. */
  readonly disclosing: ReadonlySet<number>;
  /** Of a choice by lots: cells that must be open, able to be 0 and k or more, whatever they hold. */
  readonly mustBeOpen?: ReadonlySet<number>;
  /** Of these: hidden cells for which nothing makes room, so that their own count says whether they may be known to be k or more. */
  readonly conceded?: ReadonlySet<number>;
}

/** All of it but the solver: what can be handed to another thread. */
export type TaskData = Omit<ProtectTask, 'solver'>;

/**
 * Why a cell is withheld: it is small; an earlier release withheld it; it tells of everybody in a group; lots hide it although
 * nothing asks for it; or it protects others. The first that is so.
 */
export type Reason = 'small' | 'earlier' | 'group' | 'decoy' | 'protects';

/** For the operator alone: none of this is ever written to a published file, but which cells are withheld. */
export interface Protection {
  readonly withheld: ReadonlySet<number>;
  /** By withheld cell. */
  readonly reasons: ReadonlyMap<number, Reason>;
  readonly primary: number;
  /** Differences of published counts, and sets of people, that stand for fewer than k: no table has them. */
  readonly unnamed: number;
  /** Cells that lots hide although nothing asks for it; none without lots. */
  readonly decoys: number;
  readonly complementary: number;
  /** Cost of the complementary cells, decoys among them. */
  readonly cost: number;
  /** No safe choice costs less; 0 where nothing is known of that. */
  readonly bound: number;
  /** People behind the complementary cells, decoys among them. */
  readonly people: number;
}

/** No choice of cells keeps the promise. `cells` are the keys that cannot be protected. */
export class ProtectionError extends Error {
  readonly cells: readonly string[];
  /** What might help, in a sentence; empty where nothing special is known. */
  readonly hint: string;
  constructor(message: string, cells: readonly string[], hint = '') {
    super(message);
    this.cells = cells;
    this.hint = hint;
  }
}

/** The keys of these cells of the system, as refusals name them. */
export function keysOf({ cells: all }: System, cells: readonly number[]): string[] {
  return cells.map((cell) => (all[cell] as SystemCell).key);
}

/** What a reader knows when all but the withheld cells are published. */
export function givenCounts(
  { counts, publishable, publishedBefore }: ProtectInput,
  withheld: ReadonlySet<number>,
): (number | undefined)[] {
  return counts.map((count, cell) =>
    (publishable.has(cell) || publishedBefore.has(cell)) && !withheld.has(cell) ? count : undefined,
  );
}
