/** What a release declares, and the cells that its tables publish. */

import type { DrawClaim } from '../program/choice.ts';
import { type Codelist, childrenOf, codelistOf, codesAtLevel, TOTAL } from '../program/codelist.ts';
import type { Declaration } from '../program/declaration.ts';
import type { Measure, Table } from '../program/program.ts';
import type { Box } from './boxes.ts';

/** What one release declares about its figures, without the figures. */
export interface ReleaseShape {
  readonly release: string;
  readonly declaration: Declaration;
  readonly codelists: readonly Codelist[];
  /** How its withheld cells are chosen; by their counts where it is left out. */
  readonly choice?: DrawClaim | undefined;
}

/** The measure of this id, which is declared. */
export function measureOf({ measures }: { readonly measures: readonly Measure[] }, id: string): Measure {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`internal error: no measure "${id}"`);
  return found;
}

/** The codelists of a measure's columns, `period` first. */
export function measureCodelists(measure: Measure, codelists: readonly Codelist[]): Codelist[] {
  return ['period', ...measure.dimensions].map((dimension) => codelistOf(codelists, dimension));
}

/**
 * The cells that a table publishes: every code of its levels, and totals. A stock has no total over
 * periods; a flow has one where the table's periods add up to it, so that nothing is left to subtract, unless
 * the table says otherwise.
 */
export function tableBox(table: Table, measure: Measure, codelists: readonly Codelist[]): Box {
  return codelists.map((codelist) => {
    const level = table.levels[codelist.dimension];
    if (level === undefined) return [TOTAL];
    const codes = codesAtLevel(codelist, level);
    if (codelist.dimension !== 'period') return [...codes, TOTAL];
    const isSum = measure.kind === 'flow' && table.toDate !== false;
    return isSum && coversTotal(codes, codelist) ? [...codes, TOTAL] : codes;
  });
}

function coversTotal(codes: readonly string[], codelist: Codelist): boolean {
  const reach = (code: string): boolean => {
    if (codes.includes(code)) return true;
    const parts = ['calendar', 'fiscal']
      .map((hierarchy) => childrenOf(codelist, code, hierarchy))
      .filter((list) => list.length > 0);
    return parts.some((list) => list.every(reach));
  };
  return reach(TOTAL);
}

/** A release as far as it says what its codes are. */
export type Coded = Pick<ReleaseShape, 'codelists'> & { readonly declaration: Pick<Declaration, 'measures'> };

/**
 * Whether a release has the dimensions and all codes of a measure of an earlier one, but for periods: else nobody could say how
 * what both publish hangs together.
 */
export function hasCodesOf(now: Coded, before: Coded, measure: Measure): boolean {
  const own = now.declaration.measures.find(({ id }) => id === measure.id);
  return (
    own !== undefined &&
    own.dimensions.join() === measure.dimensions.join() &&
    measure.dimensions.every((dimension) => {
      const known = new Set(codelistOf(now.codelists, dimension).codes.map(({ code }) => code));
      return codelistOf(before.codelists, dimension).codes.every(({ code }) => known.has(code));
    })
  );
}
