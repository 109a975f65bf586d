/** Why a cell is withheld, or is not, in labels, for the operator alone. No hidden count is told, not even here. */
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { cellKey } from '../../program/cell.ts';
import type { Reason } from '../../protect/task.ts';
import { requirePlaceOf } from '../../system/editions.ts';
import type { SystemCell } from '../../system/system.ts';
import { UsageError } from '../command.ts';
import { type CellAddress, cellName } from '../count/breach-problems.ts';
import { type Counted, countedCubes } from '../count/counted.ts';
import type { Protected } from '../protect/protect-release.ts';

/** The cell `cards-issued|2024-Q2|event`; undefined where none is named. Throws `UsageError` where the release has none of that name. */
export function cellCalled(counted: Counted, name: string | undefined): CellAddress | undefined {
  if (name === undefined) return undefined;
  for (const [measure, cells] of countedCubes(counted)) {
    const cell = cells.find(({ codes }) => `${measure}|${cellKey(codes)}` === name);
    if (cell !== undefined) return { measure, codes: cell.codes };
  }
  throw new UsageError(
    `The release has no cell "${name}". Write a measure and a cell as audit.json does, with a bar between: 'cards-issued|2024-Q2|event'. A dimension that is not divided is _T.`,
  );
}

/** In the order in which an operator looks for a reason. */
const WORDS: readonly (readonly [Reason, (k: number) => string])[] = [
  ['small', (k) => `stands for at least 1 and fewer than ${k} people`],
  ['group', () => 'would tell of a group, as a category of a sensitive dimension'],
  ['decoy', () => 'was drawn by lot and is hidden as if it were small'],
  ['earlier', () => 'was withheld by an earlier release and stays so'],
  ['protects', () => 'protects others: sums would tell too much of them'],
];
const MOST_BESIDE = 20;

export function whyLines(counted: Counted, safe: Protected, { measure, codes }: CellAddress): string[] {
  const { system, protection } = safe;
  const at = requirePlaceOf(system, counted.shape.release, measure, codes);
  const name = nameOf(valueAt(system.cells, at), counted);
  const own = protection.reasons.get(at);
  if (own === undefined) return [`${name} is not withheld.`];
  const because = entryOf(new Map(WORDS), own)(counted.shape.declaration.k);
  const lines = linesBeside(counted, safe, at);
  return [
    `Why ${name} is withheld. For you alone, never to be published:`,
    `  It ${because}.`,
    lines.length === 0
      ? '  No sum joins it with other withheld cells.'
      : '  In sums with it are also withheld:',
    ...lines.slice(0, MOST_BESIDE),
    ...(lines.length > MOST_BESIDE ? [`    and ${lines.length - MOST_BESIDE} more`] : []),
  ];
}

/** Of each withheld cell that stands in a sum with this one why it is so. */
function linesBeside(counted: Counted, { system, protection }: Protected, at: number): string[] {
  const joined = system.rows.filter(({ cells }) => cells.includes(at)).flatMap(({ cells }) => cells);
  const beside = [...new Set(joined)].filter((cell) => cell !== at && protection.reasons.has(cell));
  return WORDS.flatMap(([reason, words]) =>
    beside
      .filter((cell) => entryOf(protection.reasons, cell) === reason)
      .map(
        (cell) =>
          `    ${nameOf(valueAt(system.cells, cell), counted)}: ${words(counted.shape.declaration.k)}`,
      ),
  );
}

/** Two totals to date are told apart by the month that they run to. */
function nameOf(cell: SystemCell, counted: Counted): string {
  const [, month] = /\|\.\.([^|@]+)/.exec(cell.key) ?? [];
  return `${cellName(cell, counted)}${month === undefined ? '' : `, until ${month}`}`;
}
