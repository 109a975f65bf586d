/** Which figures were ever corrected, and why: such a cell has the status `r` in every release from then on. */
import type { Change } from '../../formats/changes-file.ts';
import { systemKey } from '../../system/system.ts';

export interface Changed {
  readonly release: string;
  readonly changes: readonly Change[];
}

/** The reasons, each once, by the key of the cell in the system. */
export function revisionsOf(releases: readonly Changed[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { release, changes } of releases)
    for (const { measure, cell, reason } of changes) {
      const key = systemKey(release, measure, cell.split('|'));
      found.set(key, [...new Set([...(found.get(key) ?? []), reason])]);
    }
  return found;
}
