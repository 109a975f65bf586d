/** Old Ferry with totals of its requests alone. */
import { join } from 'node:path';
import { readRelease } from '../../src/release/read-release.ts';
import type { Release } from '../../src/release/release.ts';
import { PROGRAM, TALLIES, type Town } from './town.ts';

export const TOTALS_FILE = 'legal-request-totals.csv';
export const TOTALS_HEADER = 'period,instrument,requester,outcome,count';
export const PROGRAM_OF_TOTALS = { ...PROGRAM, docket: { from: 'totals' } };

export function totalsTallies(
  rows: readonly string[],
  header: string = TOTALS_HEADER,
): Readonly<Record<string, string>> {
  return { ...TALLIES, [TOTALS_FILE]: `${[header, ...rows].join('\n')}\n` };
}

export async function readMade(town: Town, id: string): Promise<Release> {
  const read = await readRelease(join(town.folder, 'releases', id));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(' '));
  return read.value;
}
