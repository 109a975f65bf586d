/** Whether protection and attack saw the same cells and relations, each from its own side of the files. */
import { valueAt } from '../../indexes/look-up.ts';
import type { System } from '../../system/system.ts';

/** What one system has and the other lacks, in words; undefined if they are the same. */
export function systemDifference(one: System, other: System): string | undefined {
  const mine = describe(one);
  const theirs = describe(other);
  for (const line of mine) if (!theirs.has(line)) return `${line} is missing from the files`;
  for (const line of theirs) if (!mine.has(line)) return `${line} stands in the files alone`;
  return undefined;
}

function describe({ cells, rows }: System): Set<string> {
  const terms = ({ cells: members, coefficients }: System['rows'][number]) =>
    members
      .map((cell, term) => `${valueAt(coefficients, term)} ${valueAt(cells, cell).key}`)
      .sort()
      .join(' + ');
  return new Set([
    ...cells.map(({ key, role, groups = [] }) => `cell ${[key, ...groups].join(' of ')} (${role})`),
    ...rows.map((row) => `relation ${row.lower} <= ${terms(row)} <= ${row.upper}`),
  ]);
}
