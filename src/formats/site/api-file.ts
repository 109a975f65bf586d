/**
 * What a release holds, in a reader's language, for programs: `api/index.json` says what there is, `api/<measure>.json` the same of one measure. Its cells
 * stand elsewhere, once for all languages (`cells-file.ts`).
 */
import type { Status } from '../../program/cell.ts';
import type { CountRange } from '../../program/count-range.ts';

export interface ApiLink {
  readonly label: string;
  readonly href: string;
}

export interface ApiCode {
  readonly code: string;
  readonly label: string;
  /** `month`, `area`, `district`: codes of one level stand side by side and do not overlap. */
  readonly level: string;
  /** Of a period that others make up: the first and the last of those that have no parts. */
  readonly span?: readonly [first: string, last: string];
}

export interface ApiDimension {
  readonly dimension: string;
  readonly label: string;
  /** Names of its levels, where the program gives them. */
  readonly levels?: Readonly<Record<string, string>>;
  /** In reading order. */
  readonly codes: readonly ApiCode[];
}

/**
 * Periods of one level, alone or by the codes of other dimensions, each at one level: for these the measure has cells. What a
 * table is split by stands here with each part of it, since its totals come with it.
 */
export interface ApiSplit {
  readonly period: string;
  /** By dimension, without the period. */
  readonly levels: Readonly<Record<string, string>>;
}

export interface ApiMeasure {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  /** A stock holds at the end of a period, a flow over it. */
  readonly nature: 'flow' | 'stock';
  /** The dimensions of its cells, in the order of their codes; all but the first stand at `_T` where they are not split. */
  readonly columns: readonly string[];
  readonly splits: readonly ApiSplit[];
  /** What the notes of its cells say, in the order of the file of cells. */
  readonly notes: readonly string[];
  /** Where its cells are. */
  readonly href: string;
}

/** `api/<measure>.json` in a language. */
export interface ApiMeasureFile extends ApiMeasure {
  readonly invented: string | null;
}

export interface ApiIndex {
  readonly program: string;
  readonly city: string;
  readonly release: string;
  readonly invented: string | null;
  readonly source: string;
  readonly licence: ApiLink;
  /** What stands for this release and all before it, release and hash. */
  readonly line: string;
  /** Who signed it, in a sentence each; or that nobody did. */
  readonly signed: readonly string[];
  readonly measures: readonly ApiMeasure[];
  readonly dimensions: readonly ApiDimension[];
}

export interface ApiCell {
  /** `measure|period|code|...`. */
  readonly cell: string;
  /** Null where the status is `c`, `z` or `x`. */
  readonly count: number | null;
  /**
   * Between what numbers the count lies, both included: where an office gives no more, its range; of a hidden count, what the audit
   * of the release proved. None where a hidden count follows from published ones.
   */
  readonly range?: CountRange;
  readonly status: Status;
  readonly note: string;
}

/** In one line: machines read it, and readers on slow lines wait for it. */
export function formatApi(file: unknown): string {
  return `${JSON.stringify(file)}\n`;
}
