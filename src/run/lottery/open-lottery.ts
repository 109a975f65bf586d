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
  const { id, decoyShare: share } = program;
  const choice = choiceBy({ key, share });
  refuseChanged(choice, earlier, isNewKey);
  return { key, program: id, share, earlierShare: earlierShare(choice, earlier) };
}

function earlierShare({ key }: DrawClaim, earlier: readonly Pick<Release, 'choice'>[]): number {
  return Math.max(0, ...earlier.map(({ choice }) => (choice?.key === key ? choice.decoyShare : 1)));
}

export function choiceBy({ key, share }: Pick<Lottery, 'key' | 'share'>): DrawClaim {
  return { decoyShare: share, key: fingerprint(key) };
}
