/**
 * By which rule the withheld cells of a release were chosen, as its `datapackage.json` says. Where it says nothing, they were
 * chosen by what they cost, counts among it. Where it says this, the office says that its secret drew lots (run/lottery/lots.ts), so
 * that a reader who makes the choice again learns less. No file can prove it, and the attack goes by nothing of it.
 */
import { z } from 'astro/zod';

export interface DrawClaim {
  /** Of cells in which few people are expected, the share that is hidden although nothing asks for it. */
  readonly decoyShare: number;
  /** Tells one secret from another and nothing of either: 32 hexadecimal digits of a hash of 256 bits that nobody can guess. */
  readonly key: string;
}

/** Shares that a program may draw where its tallies are a secret: with fewer decoys what is hidden tells more, more hide too much. */
export const [FEWEST_DECOYS, MOST_DECOYS] = [0.05, 0.5] as const;

const ACTS = { least: 1, most: 1000 };
const NO_ACTS = { message: `must be ${ACTS.least} to ${ACTS.most}, with one digit after the point at most` };

/**
 * About how many of what a tally counts stand for one person, by the operator's word and public: so lots, which go by what readers
 * expect, can go by people. Rough, since an exact figure would tell the number of people.
 */
export const actsPerPerson = z
  .number()
  .min(ACTS.least, NO_ACTS)
  .max(ACTS.most, NO_ACTS)
  .refine((acts) => Math.round(acts * 10) / 10 === acts, NO_ACTS);
