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
  const lottery = { key, program: program.id, share: program.decoyShare };
  refuseChanged(choiceBy(lottery), earlier, isNewKey);
  return lottery;
}

export function choiceBy({ key, share }: Lottery): DrawClaim {
  return { decoyShare: share, key: fingerprint(key) };
}
