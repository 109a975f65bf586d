/**
 * Six invented years: who applied, what was decided, which cards were made. Every application is decided,
 * and its card made, in the month in which it is counted; a replacement needs no application, and there is
 * none online. What is not recorded at events (the kind) is not written down here either.
 */
import { CHANNELS, type Channel, demand } from './demand.ts';
import { MONTHS, type Month } from './months.ts';
import { type Random, spread } from './random.ts';

export const AGES = ['under-14', '14-64', '65-plus'] as const;
export const KINDS = ['new', 'renewal', 'replacement'] as const;
export const DECISIONS = ['approved', 'refused', 'withdrawn'] as const;

/** One month of one channel. */
export interface Activity {
  readonly month: Month;
  readonly channel: Channel;
  /** Applications by decision, in the order of `DECISIONS`. */
  readonly decided: readonly number[];
  /** Applications by age, in the order of `AGES`. */
  readonly applicants: readonly number[];
  /** Cards by age. */
  readonly cards: readonly number[];
  /** Cards by kind, in the order of `KINDS`. */
  readonly kinds: readonly number[];
}

const AGE_WEIGHTS: Readonly<Record<Channel, readonly number[]>> = {
  event: [9, 72, 19],
  appointment: [7, 75, 18],
  online: [5, 85, 10],
};

const DECISION_WEIGHTS: Readonly<Record<Channel, readonly number[]>> = {
  event: [945, 20, 35],
  appointment: [925, 35, 40],
  online: [840, 70, 90],
};

/** Replacements per approved application. */
const REPLACEMENTS: Readonly<Record<Channel, number>> = { event: 0.04, appointment: 0.11, online: 0 };

export function simulate(random: Random): Activity[] {
  return MONTHS.flatMap((month) => CHANNELS.map((channel) => simulateMonth(month, channel, random)));
}

function simulateMonth(month: Month, channel: Channel, random: Random): Activity {
  const applied = Math.round(demand(month, channel) * (0.93 + 0.14 * random()));
  const decided = spread(applied, decisionWeights(month, channel), random);
  const approved = decided[0] ?? 0;
  const holders = spread(approved, AGE_WEIGHTS[channel], random);
  const others = spread(applied - approved, AGE_WEIGHTS[channel], random);
  const replaced = Math.round(approved * REPLACEMENTS[channel] * (0.8 + 0.4 * random()));
  const again = spread(replaced, AGE_WEIGHTS[channel], random);
  const renewals = 0.08 + 0.0045 * month.index;
  const kinds = [...spread(approved, [1 - renewals, renewals], random), replaced];
  return { month, channel, decided, applicants: add(holders, others), cards: add(holders, again), kinds };
}

/** What was waiting when the portal paused was closed as withdrawn. */
function decisionWeights({ code }: Month, channel: Channel): readonly number[] {
  return channel === 'online' && code === '2023-09' ? [55, 8, 37] : DECISION_WEIGHTS[channel];
}

function add(one: readonly number[], other: readonly number[]): number[] {
  return one.map((count, index) => count + (other[index] ?? 0));
}
