/**
 * Titles of the charts of tables: what may be said of a table, best first. What would mislead is not among it: where
 * fewer than half of the counts can be read, that is all that is said; `most` needs every count; a hidden one is in none.
 */

import { type Form, isMostlyUnread } from '../../figures/claim.ts';
import { TOTAL } from '../../program/codelist.ts';
import { addressAt, addressIn, type Grid, levelCodes } from '../blocks/table-grid.ts';
import { cellFigure, cellsFigure, publishedFigure } from '../figures/figures.ts';
import { inSentence } from '../figures/in-sentence.ts';
import { wordOf } from '../messages/word-of.ts';
import type { ReleaseView } from '../view.ts';
import { claimOf, type Finding, plainTitle } from './finding.ts';
import {
  changeFinding,
  levelFinding,
  noneFinding,
  shareFinding,
  steadyFinding,
  stockFinding,
} from './forms.ts';
import { latestPeriod, longestLevel, periodWords } from './periods.ts';

/** Never empty: the last is the table's own name. A title that stands on a count with a remark says the remark. */
export function tableFindings(view: ReleaseView, grid: Grid): Finding[] {
  return findingsOf(view, grid).map((finding) => withRemark(view, finding));
}

/** Of these forms each cell stands behind a number of the title. */
const TOLD_BY_CELLS: readonly Form[] = ['level', 'stock', 'share', 'most'];

function withRemark({ source, messages }: ReleaseView, finding: Finding): Finding {
  const { title, claim } = finding;
  if (claim === null || !TOLD_BY_CELLS.includes(claim.form)) return finding;
  const [remark] = claim.cells.flatMap((cell) => {
    const { count = null, note = '' } = source.cells.get(cell) ?? {};
    return count === null || note === '' ? [] : [note];
  });
  return remark === undefined ? finding : { title: messages.findings.remarked({ title, remark }), claim };
}

function findingsOf(view: ReleaseView, grid: Grid): Finding[] {
  const { table, measure } = grid;
  const dimensions = Object.keys(table.levels).filter((dimension) => dimension !== 'period');
  const [dimension] = dimensions;
  const plain = plainTitle(table.title);
  if (table.levels.period === undefined || dimensions.length > 1) return [plain];
  const gap = gapFinding(view, grid);
  if (gap !== undefined) return [gap, plain];
  if (measure.kind === 'stock')
    return [stockFinding(view, measure, table.levels.period), steadyFinding(view, grid), plain].filter(
      isSaid,
    );
  const own = dimension === undefined ? [] : codeFindings(view, grid, dimension);
  const isRanked = dimension !== undefined && levelCodes(view, table, dimension).length > MOST_SHARES;
  // A list of codes shows no total, so its title speaks of none.
  const totals = isRanked ? [] : totalLevels(view, grid).map((level) => changeFinding(view, measure, level));
  return [...own, ...totals, isRanked ? undefined : levelFinding(view, grid), plain].filter(isSaid);
}

/** By which periods totals are compared: the table's own where they are years, else the longest before these. */
function totalLevels(view: ReleaseView, { table, measure }: Grid): string[] {
  const own = table.levels.period ?? '';
  const longest = longestLevel(view, measure);
  const isYear = own === 'year' || own === 'fiscal-year';
  return isYear || longest === undefined ? [own] : [longest, own];
}

const isSaid = (finding: Finding | undefined): finding is Finding => finding !== undefined;

/** More codes than this are a list, of which a share says little. */
const MOST_SHARES = 8;

/** What a division into codes shows: that one stopped (the latest first), the share of one, which is the highest. */
function codeFindings(view: ReleaseView, grid: Grid, dimension: string): (Finding | undefined)[] {
  const codes = levelCodes(view, grid.table, dimension);
  if (codes.length > MOST_SHARES) return listFindings(view, grid, dimension, codes);
  const period = latestPeriod(view, grid);
  const shares =
    period === undefined
      ? []
      : telling(view, grid, dimension, period).map((code) =>
          shareFinding(view, grid.measure, period, { dimension, code }),
        );
  const stops = codes.flatMap((code) => noneFinding(view, grid, { dimension, code }) ?? []);
  const lastOf = ({ claim }: Finding) => claim?.cells.at(-1)?.split('|')[1] ?? '';
  return [...stops.toSorted((one, other) => (lastOf(one) < lastOf(other) ? 1 : -1)), ...shares];
}

/** Of a list: which code has the most, and its share. Nothing where not every count is published. */
function listFindings(view: ReleaseView, grid: Grid, dimension: string, codes: readonly string[]): Finding[] {
  const most = mostFinding(view, grid, dimension, codes);
  const period = latestPeriod(view, grid);
  if (most === undefined || period === undefined) return [];
  const [highest = ''] = telling(view, grid, dimension, period).slice(-1);
  const share = shareFinding(view, grid.measure, period, { dimension, code: highest });
  return [most, ...(share === undefined ? [] : [share])];
}

/** The ways to apply that leave records, then the code with the highest count: a smaller share as a title would look like the highest. */
function telling(view: ReleaseView, grid: Grid, dimension: string, period: string): string[] {
  const countOf = (code: string) =>
    view.source.cells.get(addressAt(grid.measure, codesAt(period, dimension, code)))?.count ?? -1;
  const leaves = (code: string) =>
    Number(
      dimension === 'channel' &&
        view.program.channels.some(({ id, leavesRecords }) => id === code && leavesRecords === 'yes'),
    );
  const codes = levelCodes(view, grid.table, dimension).sort((one, other) => countOf(other) - countOf(one));
  return [...new Set([...codes.filter((code) => leaves(code) > 0), ...codes.slice(0, 1)])];
}

function codesAt(period: string, dimension: string, code: string): Map<string, string> {
  return new Map([
    ['period', period],
    [dimension, code],
  ]);
}

/** The code with the most in the latest period; undefined where a single count is not published. */
function mostFinding(
  view: ReleaseView,
  { table, measure }: Grid,
  dimension: string,
  codes: readonly string[],
): Finding | undefined {
  const period = latestPeriod(view, { table, measure });
  if (period === undefined) return undefined;
  const cells = codes.map((code) => addressAt(measure, codesAt(period, dimension, code)));
  const counts = cells.map((cell) => view.source.cells.get(cell)?.count ?? null);
  if (counts.includes(null)) return undefined;
  const highest = counts.indexOf(Math.max(...counts.map(Number)));
  const [cell = '', code = ''] = [cells[highest], codes[highest]];
  const figure = cellFigure(view.source, cell);
  if (figure === undefined) return undefined;
  const others = cells.filter((_, at) => at !== highest);
  return {
    title: view.messages.findings.most({
      label: measure.label,
      unit: measure.unit,
      period: periodWords(view, period),
      code: labelOf(view, dimension, code),
      figure,
    }),
    claim: claimOf(view.source, 'most', `${measure.id}|${dimension}`, [cell, ...others]),
  };
}

function labelOf(view: ReleaseView, dimension: string, code: string): string {
  const list = view.release.codelists.find((one) => one.dimension === dimension);
  return list?.codes.find((one) => one.code === code)?.label ?? code;
}

/** How many of the counts of a table can be read, where that is fewer than half. */
function gapFinding({ source, messages }: ReleaseView, grid: Grid): Finding | undefined {
  const addresses = grid.rows.flatMap((row) =>
    row.includes(TOTAL)
      ? []
      : grid.columns
          .filter((code) => code !== TOTAL || grid.columns.length === 1)
          .map((column) => addressIn(grid, row, column)),
  );
  const countable = addresses.filter((address) => (source.cells.get(address)?.status ?? 'z') !== 'z');
  const known = countable.flatMap((address) => source.cells.get(address) ?? []);
  if (countable.length === 0 || !isMostlyUnread(known)) return undefined;
  const { table, measure } = grid;
  const period =
    wordOf(messages.findings.periods, table.levels.period ?? '') ?? inSentence(messages.tables.period);
  const isByPeriod = grid.columnDimension === null;
  return {
    title: messages.findings.gap({
      label: measure.label,
      published: publishedFigure(source, countable),
      all: cellsFigure(source, countable),
      counted: isByPeriod ? period : messages.findings.counts,
    }),
    claim: claimOf(source, 'gap', table.id, countable),
  };
}
