/**
 * What the operator is told of a finished release. Numbers of withheld cells by reason come from confidential
 * counts: they go to the operator's terminal and into no file.
 */

import { perhapsLarge } from '../../cube/truth.ts';
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { cellKey, type PublishedCell } from '../../program/cell.ts';
import type { Table } from '../../program/program.ts';
import { product } from '../../system/boxes.ts';
import { requirePlaceOf } from '../../system/editions/join-editions.ts';
import { measureCodelists, measureOf, type ReleaseShape, tableBox } from '../../system/shape.ts';
import { systemKey } from '../../system/system.ts';
import type { CellAddress } from '../count/breach-problems.ts';
import { type Counted, countedReleases } from '../count/counted.ts';
import { aboveLeast } from '../protect/cost.ts';
import type { Protected } from '../protect/protect-release.ts';
import { whyLines } from './why-withheld.ts';

interface Outcome {
  /** Why a batch of corrections was not carried. */
  readonly waits: readonly string[];
  /** What readers will see. */
  readonly foreseen: readonly string[];
  /** Where the release was written; undefined in a dry run. */
  readonly folder: string | undefined;
  /** A cell of which to say why it is withheld. */
  readonly asked: CellAddress | undefined;
}

export function reportRelease(
  counted: Counted,
  safe: Protected,
  { waits, foreseen, folder, asked }: Outcome,
): string[] {
  return [
    ...tableLines(counted, safe),
    ...reasonLines(counted, safe),
    ...newsLines(counted, safe),
    ...(asked === undefined ? [] : whyLines(counted, safe, asked)),
    ...(folder === undefined ? siteLines(foreseen, waits) : []),
    folder === undefined
      ? 'Dry run: the attack found nothing, and nothing was written.'
      : `The attack found nothing. Release written to ${folder}.`,
    ...waits,
  ];
}

/** What readers will see, before anybody does. All of it but the last line stands in what would be published. */
function siteLines(foreseen: readonly string[], waits: readonly string[]): string[] {
  if (foreseen.length === 0) return [];
  const batch =
    waits.length === 0
      ? 'No corrections wait. Every release says the same of them, whether or not any do.'
      : 'Corrections wait, as said below. Readers are not told: every release says the same of them.';
  return ['On the site:', ...[...foreseen, batch].map((line) => `  ${line}`)];
}

/** Why cells are withheld, in numbers that only the operator may know. */
function reasonLines(counted: Counted, safe: Protected): string[] {
  const { shape } = counted;
  const { protection } = safe;
  const { withheld, primary, unnamed, decoys, complementary } = protection;
  const isMarked = shape.declaration.dimensions.some(({ sensitive }) => sensitive);
  const groups = isMarked ? ' or tell of everybody in a group' : '';
  const hidden = [...safe.cubes.values()].reduce((sum, cells) => sum + count(cells, 'c'), 0);
  const earlier = withheld.size - primary - decoys - complementary;
  return [
    ...severalLines(counted, safe, hidden),
    `Withheld: ${hidden} counts, as pages say too. Why, for you alone, never to be published:`,
    `  ${primary} because they stand for fewer than ${shape.declaration.k} people${groups},`,
    ...(unnamed === 0
      ? []
      : [`  (so do ${unnamed} differences of counts, which no table has and which are hidden too)`]),
    ...protectionLines(counted, protection),
    `  ${earlier} because earlier releases withheld them.`,
    ...(withheld.size === hidden ? [] : [`  Together ${withheld.size}: ${OTHERWISE_COUNTED}`]),
    ...unsureLines(counted, safe),
  ];
}

const OTHERWISE_COUNTED =
  'cells of earlier releases that this one has no more, such as totals to date, are among them, and a count under two names is one.';

/** Where the tables have more hidden counts than there are: one that stands in several of them is one. */
function severalLines({ shape }: Counted, { cubes }: Protected, hidden: number): string[] {
  const all = shape.declaration.tables.map((table) => count(cellsOfTable(shape, cubes, table), 'c'));
  const sum = all.reduce((total, one) => total + one, 0);
  return sum === hidden ? [] : ['A count that stands in several tables is counted in each of them here.'];
}

/** How many are taken for small and may be large, in which tables, and what to do. */
function unsureLines(counted: Counted, { system, protection, cubes }: Protected): string[] {
  const { shape } = counted;
  const { k } = shape.declaration;
  const unsure = perhapsLarge(system, countedReleases(counted), k);
  const small = [...unsure].filter((at) => protection.reasons.get(at) === 'small');
  if (small.length === 0) return [];
  const isUnsure = (measure: string, codes: readonly string[]) =>
    small.includes(requirePlaceOf(system, shape.release, measure, codes));
  const tables = shape.declaration.tables.filter((table) =>
    cellsOfTable(shape, cubes, table).some(({ codes }) => isUnsure(table.measure, codes)),
  );
  return [
    `Of these, ${small.length} may stand for ${k} people or more. The tally does not say: it gives people row by row, and the same people may stand in several rows.`,
    ...(tables.length === 0 ? [] : [`  They are in ${tables.map(({ id }) => id).join(', ')}.`]),
    '  To hide fewer, give the tally a row of its own for each such sum, with count and people (docs/operator.md, "Acts and people").',
  ];
}

/** What is withheld besides, and why. */
function protectionLines({ lottery }: Counted, protection: Protected['protection']): string[] {
  const { decoys, complementary, people, cost } = protection;
  if (lottery !== null)
    return [
      `  ${decoys} by lot, so that a hidden count need not be a small one,`,
      `  ${complementary} because others could be worked out from them (${people} people stand behind these and those hidden by lot),`,
    ];
  return [
    complementary === 0
      ? '  none because others could be worked out from it,'
      : `  ${complementary} because others could be worked out from them (${people} people, cost ${cost}: ${aboveLeast(protection)}),`,
  ];
}

function tableLines({ shape }: Counted, { cubes }: Protected): string[] {
  const rows = shape.declaration.tables.map((table) => {
    const mine = cellsOfTable(shape, cubes, table);
    return [table.id, String(mine.length), String(count(mine, 'c')), String(count(mine, 'x'))];
  });
  return align([['table', 'cells', 'withheld', 'not available'], ...rows]);
}

function cellsOfTable(shape: ReleaseShape, cubes: Protected['cubes'], table: Table): PublishedCell[] {
  const measure = measureOf(shape.declaration, table.measure);
  const cells = new Map(entryOf(cubes, measure.id).map((cell) => [cellKey(cell.codes), cell]));
  return product(tableBox(table, measure, measureCodelists(measure, shape.codelists))).flatMap(
    (codes) => cells.get(cellKey(codes)) ?? [],
  );
}

function count(cells: readonly PublishedCell[], status: string): number {
  return cells.filter((cell) => cell.status === status).length;
}

/** What the release adds to the one before. */
function newsLines({ shape, earlier, changes }: Counted, { cubes }: Protected): string[] {
  const before = earlier.at(-1);
  if (before === undefined) return ['First release of the program.'];
  const known = new Set(
    [...before.cubes].flatMap(([measure, cells]) =>
      cells.map(({ codes }) => systemKey(before.release, measure, codes)),
    ),
  );
  const fresh = [...cubes].flatMap(([measure, cells]) =>
    cells.filter(({ codes }) => !known.has(systemKey(shape.release, measure, codes))),
  );
  const news = `New since ${before.release}: ${fresh.length} cells, of which ${count(fresh, 'c')} are withheld.`;
  if (changes.length === 0) return [`${news} Nothing published before changes.`];
  return [
    `${news} ${changes.length} published figures are corrected (changes.csv).`,
    'Once the release is out, put the corrected rows into the tallies and the docket and take the folder "corrections" away.',
  ];
}

/** Columns padded to one width each, as a terminal shows them. */
export function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => valueAt(row, column).length)),
  );
  return rows.map((row) =>
    row
      .map((field, column) =>
        column === 0 ? field.padEnd(valueAt(widths, column)) : field.padStart(valueAt(widths, column)),
      )
      .join('  '),
  );
}
