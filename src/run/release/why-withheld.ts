/** Why a cell is withheld, or is not, in labels, for the operator alone. No hidden count is told, not even here. */
import { basename } from 'node:path';
import { perhapsLarge } from '../../cube/truth.ts';
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { cellKey } from '../../program/cell.ts';
import type { Reason } from '../../protect/task.ts';
import { requirePlaceOf } from '../../system/editions/join-editions.ts';
import type { SystemCell } from '../../system/system.ts';
import { UsageError } from '../command.ts';
import { type CellAddress, cellName } from '../count/breach-problems.ts';
import { type Counted, countedCubes, countedReleases } from '../count/counted.ts';
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

/** A cell that is taken for small may be large, for all that the tally says (`perhapsLarge`). */
type Told = Reason | 'unsure';

/** In the order in which an operator looks for a reason. */
const WORDS: readonly (readonly [Told, (k: number) => string])[] = [
  ['small', (k) => `stands for at least 1 and fewer than ${k} people`],
  [
    'unsure',
    (k) =>
      `may stand for fewer than ${k} people: the tally does not say how many stand behind its rows together`,
  ],
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
  const { k } = counted.shape.declaration;
  const unsure = perhapsLarge(system, countedReleases(counted), k);
  const reasonOf = (cell: number): Told => {
    const reason = entryOf(protection.reasons, cell);
    return reason === 'small' && unsure.has(cell) ? 'unsure' : reason;
  };
  const because = entryOf(new Map(WORDS), reasonOf(at))(k);
  const lines = linesBeside(counted, safe, at, reasonOf);
  return [
    `Why ${name} is withheld. For you alone, never to be published:`,
    `  It ${because}.`,
    ...(reasonOf(at) === 'unsure' ? unsureLines(counted, measure, k) : []),
    lines.length === 0
      ? '  No sum joins it with other withheld cells.'
      : '  In sums with it are also withheld:',
    ...lines.slice(0, MOST_BESIDE),
    ...(lines.length > MOST_BESIDE ? [`    and ${lines.length - MOST_BESIDE} more`] : []),
  ];
}

/** What is known of its people, and what to do. */
function unsureLines({ read }: Counted, measure: string, k: number): string[] {
  const file = read.find((one) => one.measure === measure)?.file ?? `${measure}.csv`;
  return [
    `  Each of these rows has fewer than ${k} people, and the same people may stand in several of them, so that they are not added up.`,
    `  If you know how many people stand behind it, give ${basename(file)} a row of its own for it, with count and people. From ${k} people on it is not hidden for that.`,
  ];
}

/** Of each withheld cell that stands in a sum with this one why it is so. */
function linesBeside(
  counted: Counted,
  { system, protection }: Protected,
  at: number,
  reasonOf: (cell: number) => Told,
): string[] {
  const joined = system.rows.filter(({ cells }) => cells.includes(at)).flatMap(({ cells }) => cells);
  const beside = [...new Set(joined)].filter((cell) => cell !== at && protection.reasons.has(cell));
  return WORDS.flatMap(([reason, words]) =>
    beside
      .filter((cell) => reasonOf(cell) === reason)
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
