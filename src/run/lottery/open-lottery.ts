/** What a program draws lots with, and how its releases say so. */
import type { DrawClaim } from '../../program/choice.ts';
import type { Program } from '../../program/program.ts';
import type { Release } from '../../release/release.ts';
import type { Lottery } from './lots.ts';
import { fingerprint, needsKey, readKey, refuseChanged } from './secret-key.ts';

/** Null where the counts are public. Throws `RefusedError` where the key beside the tallies cannot be used. */
export async function openLottery(
  program: Program,
  tallies: string,
  earlier: readonly Pick<Release, 'release' | 'choice'>[],
  isNewKey: boolean,
): Promise<Lottery | null> {
  if (!needsKey(program)) return null;
  const key = await readKey(tallies, program);
  const choice = choiceBy({ key, share: program.decoyShare });
  refuseChanged(choice, earlier, isNewKey);
  return { ...lotteryOf(program, key), earlierShare: earlierShare(choice, earlier) };
}

/** Of a first release. */
export function lotteryOf({ id, decoyShare: share, measures }: Program, key: Uint8Array): Lottery {
  const acts = measures.flatMap(({ id, actsPerPerson }): [string, number][] =>
    actsPerPerson === undefined ? [] : [[id, actsPerPerson]],
  );
  return { key, program: id, share, earlierShare: 0, actsPerPerson: new Map(acts) };
}

function earlierShare({ key }: DrawClaim, earlier: readonly Pick<Release, 'choice'>[]): number {
  return Math.max(0, ...earlier.map(({ choice }) => (choice?.key === key ? choice.decoyShare : 1)));
}

export function choiceBy({ key, share }: Pick<Lottery, 'key' | 'share'>): DrawClaim {
  return { decoyShare: share, key: fingerprint(key) };
}
