/** The last checks before a release is sealed. Each refuses with every cell that is at fault. */
import type { AttackReport } from '../../attack/attack.ts';
import { cellKey, isSmall } from '../../program/cell.ts';
import type { Problem } from '../../reading/problem.ts';
import { findBreaches } from '../../release/changes/continuity.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Release } from '../../release/release.ts';
import { splitSystem } from '../../system/blocks.ts';
import type { System } from '../../system/system.ts';
import type { Verified } from '../../verify/verify.ts';
import { breachProblems } from '../count/breach-problems.ts';
import { changedRows } from '../count/changed-rows.ts';
import { correctionProblems, KEEP_BACK } from '../count/correction-problems.ts';
import type { Counted, CountedProgram } from '../count/counted.ts';
import { type Protected, someOf } from '../protect/protect-release.ts';
import { systemDifference } from './same-system.ts';

/** Before anything is withheld: what earlier releases published must still be said, and so, if nothing corrects it. */
export function refuseCorrections(counted: CountedProgram): void {
  const problems = correctionProblems(counted);
  const rows = problems.length === 0 || counted.changes.length > 0 ? [] : changedRows(counted);
  refuse([...rows, ...problems]);
}

/** What was published stays published, and what was withheld stays withheld. */
export function refuseBreaches(counted: CountedProgram, cubes: Release['cubes']): void {
  const { shape, earlier, changes } = counted;
  refuse(breachProblems(findBreaches(earlier, { ...shape, cubes, changes }), counted));
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const message = `${KEEP_BACK} This release would change, withhold or leave out what earlier ones published, or show what they withheld. Release from tallies and a docket that agree with what was published, and keep the tables; rows that correct a closed period go into the folder "corrections" beside the tallies (docs/operator.md).`;
  throw new RefusedError('correction', message, problems);
}

/** Search is free, checking is small: a release of which not every cell is shown by addition does not exist. */
export function refuseUnverified({ faults }: Verified): void {
  if (faults.length === 0) return;
  const named = faults.map(({ at, what }) => `${at} (${what})`);
  const message = 'Not every hidden cell can be shown by addition to keep the promise';
  throw new RefusedError('attack', `${message}: ${someOf(named)}`);
}

export function refuseCondemned({ kept, condemned }: AttackReport): void {
  if (kept) return;
  const named = condemned.map(({ key, reason }) => `${key} (${reason})`);
  throw new RefusedError('attack', `The attack on the staged files succeeds: ${someOf(named)}`);
}

/** A reader must not come to believe that a cell holds k or more while it does not. Of cells that no tally counts nobody knows better. */
export function refuseFalseProof(
  { blocks }: AttackReport,
  { shape: { declaration } }: Counted,
  { system, truth }: Pick<Protected, 'system' | 'truth'>,
): void {
  const { k } = declaration;
  const { known } = splitSystem(system, truth.counts);
  const isFalse = (key: string) => {
    const at = system.index.get(key);
    if (at === undefined)
      throw new Error(`internal error: the attack found ${key}, which is not in the system`);
    const people = truth.people[at] ?? known[at];
    return people !== undefined && people < k;
  };
  const wrong = blocks
    .flatMap(({ findings }) => findings)
    .filter(({ verdict }) => verdict === 'k-or-more')
    .map(({ key }) => key)
    .filter(isFalse);
  if (wrong.length === 0) return;
  const message = `A reader would have to conclude that these cells hold ${k} or more, which they do not:`;
  throw new RefusedError('attack', `${message} ${someOf(wrong)}`);
}

/**
 * Nobody but the office knows how many people are behind a count, so no check of the files can see this: each count in them,
 * read back, stands for nobody or for k or more, as the tallies have it. Nothing that chose what to withhold has a part in it.
 */
export function refuseFewPeople({ measures }: Pick<Counted, 'measures'>, staged: Release, k: number): void {
  const few = measures.flatMap(({ measure, cells }) => {
    const shown = new Set(
      (staged.cubes.get(measure.id) ?? []).flatMap(({ codes, count }) =>
        count === null ? [] : cellKey(codes),
      ),
    );
    return cells
      .filter((cell) => shown.has(cellKey(cell.codes)) && isSmall(cell, k))
      .map(({ codes }) => `${measure.id}|${cellKey(codes)}`);
  });
  if (few.length === 0) return;
  const message = `The staged files publish counts that stand for fewer than ${k} people: ${someOf(few)}`;
  throw new RefusedError('attack', `${message} This is a fault of Daylight: please report it.`);
}

/** Protection and attack must have seen the same cells and relations, each from its own side of the files. */
export function refuseDifference(confidential: System, published: System): void {
  const difference = systemDifference(confidential, published);
  if (difference === undefined) return;
  const message = `The staged files say something else than was protected: ${difference}.`;
  throw new RefusedError('attack', `${message} This is a fault of Daylight: please report it.`);
}
