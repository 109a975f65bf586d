/**
 * How many people applied in the invented city, by month and channel: a base that grows, seasons, events
 * that stop for a spring, a surge when the card becomes a ferry pass, a portal that opens, pauses and reopens.
 */
import type { Month } from './months.ts';

export const CHANNELS = ['event', 'appointment', 'online'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Applications in a plain month; online once people know the portal. */
const BASE: Readonly<Record<Channel, number>> = { event: 440, appointment: 325, online: 270 };

/** January first: quiet in July, August and December, busy in autumn. */
const SEASON = [1.05, 0.98, 1.07, 1.03, 1.01, 0.9, 0.74, 0.7, 1.13, 1.16, 1.07, 0.8];

/** Share of a plain month's demand, where it was not a plain month. */
const PHASES: readonly { from: string; to: string; share: Readonly<Partial<Record<Channel, number>>> }[] = [
  { from: '2020-03', to: '2020-03', share: { event: 0.45, appointment: 0.6 } },
  { from: '2020-04', to: '2020-05', share: { event: 0, appointment: 0.07 } },
  { from: '2020-06', to: '2020-06', share: { event: 0, appointment: 0.3 } },
  { from: '2020-07', to: '2020-12', share: { event: 0.45, appointment: 0.65 } },
  { from: '2021-01', to: '2021-04', share: { event: 0.6, appointment: 0.8 } },
  { from: '2021-05', to: '2021-06', share: { event: 1.75, appointment: 1.5 } },
  { from: '2021-07', to: '2021-09', share: { event: 1.45, appointment: 1.3 } },
  { from: '2021-10', to: '2021-11', share: { event: 1.15, appointment: 1.1 } },
  { from: '2022-04', to: '2023-08', share: { event: 0.93, appointment: 0.74 } },
  { from: '2023-09', to: '2024-02', share: { event: 1.02, appointment: 1.12 } },
  { from: '2024-03', to: '2025-06', share: { event: 0.9, appointment: 0.7 } },
];

/** Online is open from March 28, 2022 to September 11, 2023 and again from February 26, 2024. */
const ONLINE: readonly { from: string; to: string; share: number }[] = [
  { from: '2022-03', to: '2022-03', share: 0.033 },
  { from: '2022-04', to: '2022-04', share: 0.3 },
  { from: '2022-05', to: '2022-06', share: 0.6 },
  { from: '2022-07', to: '2023-08', share: 0.95 },
  { from: '2023-09', to: '2023-09', share: 0.34 },
  { from: '2024-02', to: '2024-02', share: 0.022 },
  { from: '2024-03', to: '2024-04', share: 0.5 },
  { from: '2024-05', to: '2025-06', share: 1 },
];

/** Expected applications, before chance. */
export function demand(month: Month, channel: Channel): number {
  const plain = BASE[channel] * (SEASON[month.ofYear] ?? 1) * (1 + 0.0035 * month.index);
  return plain * shareOf(month, channel);
}

function shareOf({ code }: Month, channel: Channel): number {
  const isNow = ({ from, to }: { from: string; to: string }) => from <= code && code <= to;
  if (channel === 'online') return ONLINE.find(isNow)?.share ?? 0;
  return PHASES.find(isNow)?.share[channel] ?? 1;
}
