/** The forms of findings : each makes a title with its claim, or nothing where a count is missing. */
import { type ChangeWord, type Claim, changeWord } from '../../figures/claim.ts';
import type { Figure } from '../../figures/figure.ts';
import { FRACTIONS } from '../../figures/fraction.ts';
import { valueAt } from '../../indexes/look-up.ts';
import type { Measure } from '../../program/program.ts';
import { addressAt, type Grid, levelCodes } from '../blocks/table-grid.ts';
import { cellFigure, differenceFigure, fewerFigure, moreFigure, shareFigure } from '../figures/figures.ts';
import { codeLabel, type ReleaseView } from '../view.ts';
import { claimOf, type Finding, shareClaim } from './finding.ts';
import { comparedPeriods, endWords, latestPeriod, periodWords, yearBefore } from './periods.ts';

/** How one count is to another; `by` is null where nothing changed. */
export interface Change {
  readonly word: ChangeWord;
  readonly by: Figure | null;
}

export interface Coded {
  readonly dimension: string;
  readonly code: string;
}

const at = (measure: Measure, period: string, coded?: Coded) =>
  addressAt(
    measure,
    new Map([['period', period], ...(coded === undefined ? [] : [[coded.dimension, coded.code] as const])]),
  );

/** `Cards issued: 12,274 in fiscal year 2025, 6.7% more than in fiscal year 2024`. */
export function changeFinding(view: ReleaseView, measure: Measure, level: string): Finding | undefined {
  const periods = comparedPeriods(view, measure, level);
  if (periods === undefined) return undefined;
  const cells = [at(measure, periods.before), at(measure, periods.now)] as const;
  const now = cellFigure(view.source, cells[1]);
  const change = changeOf(view, ...cells);
  if (now === undefined || change === undefined) return undefined;
  const [period, before] = [periods.now, periods.before].map((code) => periodWords(view, code));
  return {
    title: view.messages.findings.change({
      label: measure.label,
      now,
      period: period ?? '',
      before: before ?? '',
      ...changeChoice(change),
    }),
    claim: claimOf(view.source, 'change', `${measure.id}|${level}`, cells, change.word),
  };
}

/** Below this a percentage makes much of little. */
const LEAST_FOR_PERCENT = 100;

/** How one published count is to another: by how many percent, or by how many where they are few. */
export function changeOf(view: ReleaseView, before: string, now: string): Change | undefined {
  const [first, second] = [before, now].map((cell) => view.source.cells.get(cell)?.count ?? Number.NaN);
  if (first === undefined || second === undefined) return undefined;
  const word = changeWord(first, second);
  if (word === undefined) return undefined;
  if (word === 'same') return { word, by: null };
  const isFew = first < LEAST_FOR_PERCENT || Math.abs(second - first) / first < 0.0005;
  if (isFew) return absoluteChange(view, before, now);
  const by = (word === 'more' ? moreFigure : fewerFigure)(view.source, before, now);
  return by && { word, by };
}

/** By how many. */
export function absoluteChange(view: ReleaseView, before: string, now: string): Change | undefined {
  const [first, second] = [before, now].map((cell) => view.source.cells.get(cell)?.count ?? Number.NaN);
  const word = changeWord(first ?? Number.NaN, second ?? Number.NaN);
  if (word === undefined) return undefined;
  if (word === 'same') return { word, by: null };
  const by = differenceFigure(view.source, word === 'more' ? [now, before] : [before, now]);
  return by && { word, by };
}

/** A change as a message takes it: `other` where there is none, or where nothing changed. */
export function changeChoice(change: Change | null): {
  readonly word: 'more' | 'fewer' | 'other';
  readonly by: Figure | string;
} {
  return change === null || change.by === null || change.word === 'same'
    ? { word: 'other', by: '' }
    : { word: change.word, by: change.by };
}

/** The last published count, where there is none a year before to compare it with. */
export function levelFinding(view: ReleaseView, { table, measure }: Grid): Finding | undefined {
  const period = latestPeriod(view, { table, measure });
  const now = period === undefined ? undefined : cellFigure(view.source, at(measure, period));
  if (period === undefined || now === undefined) return undefined;
  return {
    title: view.messages.findings.level({ label: measure.label, now, period: periodWords(view, period) }),
    claim: claimOf(view.source, 'level', `${measure.id}|${table.levels.period}`, [at(measure, period)]),
  };
}

/** `Records held: 9,422 at the end of June 2025, 3,977 more than a year before`. */
export function stockFinding(view: ReleaseView, measure: Measure, level: string): Finding | undefined {
  const found = latestStock(view, measure, level);
  if (found === undefined) return undefined;
  const { period, now, change, claim } = found;
  const { findings } = view.messages;
  const values = { label: measure.label, now, period: endWords(view, period) };
  const title =
    change === null ? findings.stock(values) : findings.stockChange({ ...values, ...changeChoice(change) });
  return { title, claim };
}

export interface Stock {
  readonly period: string;
  readonly now: Figure;
  /** Since a year before; null where nobody published that. */
  readonly change: Change | null;
  /** Of a title that says both. */
  readonly claim: Claim;
}

/** A stock as it was last published; `level` is that of the periods at whose ends it is counted. */
export function latestStock(view: ReleaseView, measure: Measure, level: string): Stock | undefined {
  const period = latestPeriod(view, { table: { levels: { period: level } }, measure });
  const now = period === undefined ? undefined : cellFigure(view.source, at(measure, period));
  if (period === undefined || now === undefined) return undefined;
  const before = at(measure, yearBefore(period) ?? '');
  const change = absoluteChange(view, before, at(measure, period)) ?? null;
  const cells = change === null ? [at(measure, period)] : [before, at(measure, period)];
  const claim = claimOf(view.source, 'stock', `${measure.id}|${level}`, cells, change?.word);
  return { period, now, change, claim };
}

/** `Online: one in five cards in fiscal year 2025 (20.7%)`; only the percentage where no fraction is near. */
export function shareFinding(
  view: ReleaseView,
  measure: Measure,
  period: string,
  coded: Coded,
): Finding | undefined {
  const cells = [at(measure, period, coded), at(measure, period)] as const;
  const share = shareFigure(view.source, ...cells);
  if (share === undefined) return undefined;
  const claim = shareClaim(view.source, `${measure.id}|${coded.dimension}|${coded.code}`, cells);
  const { findings } = view.messages;
  const { label, unit } = measure;
  const code = codeLabel(view, coded.dimension, coded.code);
  const values = { code, share, label, unit, period: periodWords(view, period) };
  const near = FRACTIONS.find((name) => name === claim.says);
  return {
    title:
      near === undefined
        ? findings.share(values)
        : findings.nearShare({ ...values, fraction: findings.fractions[near] }),
    claim,
  };
}

/** Fewer periods in a row without anybody are chance. */
const LEAST_RUN = 2;

/** A code that had counts and then has none, in periods from an event on that the program declares. */
export function noneFinding(view: ReleaseView, { table, measure }: Grid, coded: Coded): Finding | undefined {
  const cells = levelCodes(view, table, 'period').map((period) => at(measure, period, coded));
  const isEmpty = (cell: string) => {
    const found = view.source.cells.get(cell);
    return found !== undefined && (found.count === 0 || found.status === 'z');
  };
  const started = cells.findIndex((cell) => (view.source.cells.get(cell)?.count ?? 0) > 0);
  const isIn = cells.map((cell, position) => started >= 0 && position > started && isEmpty(cell));
  const run = runAfterEvent(view, table, isIn);
  if (run === undefined) return undefined;
  return {
    title: view.messages.findings.none({
      ...run,
      label: measure.label,
      unit: measure.unit,
      code: codeLabel(view, coded.dimension, coded.code),
    }),
    claim: claimOf(
      view.source,
      'none',
      `${measure.id}|${coded.dimension}|${coded.code}`,
      cells.slice(run.first, run.last + 1),
    ),
  };
}

/** A stock that stayed the same at the ends of periods in a row, from an event on that the program declares. */
export function steadyFinding(view: ReleaseView, { table, measure }: Grid): Finding | undefined {
  const cells = levelCodes(view, table, 'period').map((period) => at(measure, period));
  const counts = cells.map((cell) => view.source.cells.get(cell)?.count ?? 0);
  const held = counts.findLast((count, position) => count > 0 && count === counts[position - 1]);
  const run = runAfterEvent(
    view,
    table,
    counts.map((count) => count === held),
  );
  const now = run && cellFigure(view.source, valueAt(cells, run.last));
  if (run === undefined || now === undefined) return undefined;
  const { findings } = view.messages;
  return {
    title: findings.steady({ ...run, label: measure.label, now }),
    claim: claimOf(
      view.source,
      'steady',
      `${measure.id}|${table.levels.period}`,
      cells.slice(run.first, run.last + 1),
    ),
  };
}

/** The last stretch of months or quarters that are `isIn`, in words; undefined where it is too short, or no event began it. */
function runAfterEvent(view: ReleaseView, table: Grid['table'], isIn: readonly boolean[]) {
  const level = table.levels.period ?? '';
  if (level !== 'month' && level !== 'quarter') return undefined;
  const last = isIn.lastIndexOf(true);
  const first = isIn.lastIndexOf(false, last) + 1;
  const [before, from, to] = [first - 1, first, last].map((at) => levelCodes(view, table, 'period')[at]);
  if (from === undefined || to === undefined || last + 1 - first < LEAST_RUN) return undefined;
  const event = view.program.events.findLast(({ date }) => [before, from].includes(periodOfDay(date, level)));
  const words = (period: string) => codeLabel(view, 'period', period);
  return event && { first, last, from: words(from), to: words(to), event: event.label };
}

/** The month or quarter in which a day lies. */
export function periodOfDay(date: string, level: string): string | undefined {
  const match = /^(\d{4})-(\d{2})/.exec(date);
  if (match === null) return undefined;
  const [month, year = '', number = ''] = match;
  if (level === 'month') return month;
  return level === 'quarter' ? `${year}-Q${Math.ceil(Number(number) / 3)}` : undefined;
}
