/** What the tallies are split by, all of them together: each dimension with its codes, and how the tallies write them. */
import { basename } from 'node:path';
import { valueAt } from '../../indexes/look-up.ts';
import { foldName } from '../../input/columns.ts';
import { isOfRequests } from '../../program/docket-plan.ts';
import { KNOWN_DIMENSIONS } from '../../program/known-dimensions.ts';
import { nameMonths } from '../../program/period.ts';
import type { Problem } from '../../reading/problem.ts';
import { foldText } from '../../tallies/column.ts';
import type { ScannedTable } from '../../tallies/scan-table.ts';
import type { Answers, MeasureId } from './answers.ts';
import { codeOf, codesOf } from './codes.ts';

/** By measure; `known` is the id of the known dimension that a column is said to be. */
export type Scanned = ReadonlyMap<MeasureId, ScannedMeasure>;
export type ScannedMeasure = Omit<ScannedTable, 'dimensions'> & {
  readonly dimensions: readonly ScannedColumn[];
};
type ScannedColumn = ScannedTable['dimensions'][number] & { readonly known?: string | undefined };

export interface TallyCode {
  readonly code: string;
  /** The same but for capitals, blanks and hyphens. */
  readonly texts: readonly string[];
}

export interface TallyDimension {
  readonly id: string;
  /** Its name for readers. */
  readonly label: string;
  readonly codes: readonly TallyCode[];
}

export function tallyDimensions(scanned: Scanned): TallyDimension[] {
  const columns = [...scanned.values()].flatMap(({ dimensions }) => dimensions);
  const ids = [...new Set(columns.map(idOf))];
  return ids.map((id) => {
    const own = columns.filter((one) => idOf(one) === id);
    return {
      id,
      label: labelOf(own, id),
      codes: tallyCodes(
        inOrder(
          id,
          own.flatMap(({ labels }) => labels.map(({ text }) => text)),
        ),
      ),
    };
  });
}

/** Where a code of a dimension first stands. */
export function firstPlace(
  scanned: Scanned,
  dimension: string,
  { texts }: TallyCode,
): Pick<Problem, 'file' | 'line' | 'column'> {
  const places = [...scanned.values()].flatMap(({ file, dimensions }) =>
    dimensions
      .filter((one) => idOf(one) === dimension)
      .flatMap(({ title, labels }) =>
        labels.filter(({ text }) => texts.includes(text)).map(({ line }) => ({ file, line, column: title })),
      ),
  );
  return valueAt(places, 0);
}

/** Months of which a tally has no row at all, though it has some before and after, by its file. */
export function gapsIn(scanned: Scanned): string[] {
  return [...scanned.values()]
    .filter(({ gaps }) => gaps.length > 0)
    .map(({ file, gaps }) => `${basename(file)} has no row at all for ${nameMonths(gaps)}`);
}

/** What these months are, where the answers do not leave them open. */
export function gapLines({ missingRows }: Pick<Answers, 'missingRows'>, scanned: Scanned): string[] {
  if (missingRows === 'unknown') return [];
  return gapsIn(scanned).map(
    (gap) =>
      `${gap}: nobody was counted then, as the answers say. If these months are missing, add them before the first release.`,
  );
}

/** The id of a column: of the known dimension that it is said to be, or that its heading names. */
export function idOf({ title, known }: ScannedColumn): string {
  return known ?? dimensionOf(title);
}

/** What the column is headed by that is said to be a known dimension, since it is found by that. */
function labelOf(columns: readonly ScannedColumn[], id: string): string {
  const said = columns.find(({ known }) => known !== undefined)?.title;
  return said ?? KNOWN_DIMENSIONS[id] ?? valueAt(columns, 0).title;
}

/** Of a known dimension, if it is headed by its id or its label. */
export function dimensionOf(title: string): string {
  const known = Object.entries(KNOWN_DIMENSIONS).find((names) =>
    names.some((name) => foldName(name) === foldName(title)),
  );
  const code = known?.[0] ?? codeOf(title, 'dimension');
  // A docket has one of that name, and the column is found by its label too.
  return isOfRequests(code) ? `card-${code}` : code;
}

/** Areas by their names: a tally may stand in the order of its counts, which the order of codes would publish. */
function inOrder(id: string, labels: readonly string[]): readonly string[] {
  return id === 'area' ? labels.toSorted(new Intl.Collator('en', { numeric: true }).compare) : labels;
}

function tallyCodes(all: readonly string[]): TallyCode[] {
  const texts = [...new Set(all)];
  const firsts = texts.filter((text, at) => texts.findIndex((one) => isAlike(one, text)) === at);
  return codesOf(firsts.map((label) => ({ label }))).map(({ code, label }) => ({
    code,
    texts: texts.filter((text) => isAlike(text, label)),
  }));
}

/** But for capitals, blanks and hyphens. */
export function isAlike(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** `wished`, unless the tallies could not be read any more: they write a code, or else its label. */
export function labelFor({ code, texts }: TallyCode, wished?: string): string {
  const labels = texts.filter((text) => foldText(text) !== foldText(code));
  const [label = texts[0] ?? code] = labels;
  const isReadable = labels.every((text) => foldText(text) === foldText(wished ?? ''));
  return wished !== undefined && isReadable ? wished : label;
}
