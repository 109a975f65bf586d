/** What share of applications was refused, by the way of applying and year: dots on one scale. */

import { drawDots } from '../../../charts/kinds/dots.ts';
import type { ChartPoint, ChartSeries } from '../../../charts/points.ts';
import { TOTAL } from '../../../program/codelist.ts';
import type { Measure, Table } from '../../../program/program.ts';
import { measureOf } from '../../../system/shape.ts';
import { chartBlock, spanOf } from '../../blocks/chart-block.ts';
import { frameOf } from '../../blocks/chart-frame.ts';
import { csvLink, tableCell } from '../../blocks/table-block.ts';
import { addressAt, levelCodes } from '../../blocks/table-grid.ts';
import { CHANNEL, DECISION, REFUSED } from '../../dimensions.ts';
import { shareFigure, timesFigure } from '../../figures/figures.ts';
import { inSentence } from '../../figures/in-sentence.ts';
import { claimOf, type Finding, plainTitle } from '../../findings/finding.ts';
import { periodBare, periodWords } from '../../findings/periods.ts';
import type { Section, TableBlock, TableRow } from '../../frame/page.ts';
import { codeLabel, type ReleaseView } from '../../view.ts';

/** Where a share is to be had: the refused of a way to apply in a period, and all who applied so. */
interface Place {
  readonly period: string;
  readonly channel: string;
  readonly refused: string;
  readonly all: string;
}

/** Nothing where no table has years by way of applying and decision, or fewer than two shares can be told. */
export function refusalSections(view: ReleaseView): Section[] {
  const table = view.release.declaration.tables.find(isByDecision);
  if (table === undefined) return [];
  const measure = measureOf(view.release.declaration, table.measure);
  const periods = levelCodes(view, table, 'period');
  const channels = levelCodes(view, table, CHANNEL);
  const placeOf = (period: string, channel: string) => placeAt(measure, period, channel);
  const told = periods.flatMap((period) => channels.map((channel) => placeOf(period, channel)));
  if (told.filter((place) => shareOf(view, place) !== undefined).length < 2) return [];
  const finding =
    ratioFinding(
      view,
      measure,
      periods.map((period) => channels.map((channel) => placeOf(period, channel))),
    ) ?? plainTitle(titleOf(view, measure));
  const series = channels.map(
    (channel): ChartSeries => ({
      id: channel,
      label: codeLabel(view, CHANNEL, channel),
      kind: 'flow',
      points: periods.map((period) => pointOf(view, placeOf(period, channel))),
    }),
  );
  const id = 'refused-by-channel';
  const unit = titleOf(view, measure);
  const drawing = drawDots(frameOf(view, { id, unit }, finding.title), series);
  const span = spanOf(
    view,
    periods.map((period) => periodBare(view, period)),
  );
  const subtitle = view.messages.findings.subtitle({ table: unit, place: span });
  const block = chartBlock(view, { id, finding, subtitle, drawing, table: tableOf(view, table, told) });
  return [{ id, heading: [codeLabel(view, DECISION, REFUSED)], blocks: [block] }];
}

function isByDecision({ levels }: Table): boolean {
  const isYear = levels.period === 'fiscal-year' || levels.period === 'year';
  return (
    isYear &&
    levels[CHANNEL] !== undefined &&
    levels[DECISION] !== undefined &&
    Object.keys(levels).length === 3
  );
}

function titleOf({ messages }: ReleaseView, { unit }: Measure): string {
  return messages.served.refusedShare.text({ unit });
}

function placeAt(measure: Measure, period: string, channel: string): Place {
  const at = (decision: string) =>
    addressAt(
      measure,
      new Map([
        ['period', period],
        [CHANNEL, channel],
        [DECISION, decision],
      ]),
    );
  return { period, channel, refused: at(REFUSED), all: at(TOTAL) };
}

function shareOf({ source }: ReleaseView, { refused, all }: Place): number | undefined {
  const [part, whole] = [refused, all].map((cell) => source.cells.get(cell)?.count ?? null);
  return part == null || whole == null || whole === 0 ? undefined : part / whole;
}

/** Hidden where either count is, as they are in the release. */
function pointOf(view: ReleaseView, place: Place): ChartPoint {
  const figure = shareFigure(view.source, place.refused, place.all) ?? null;
  const cells = [place.refused, place.all].map((cell) => view.source.cells.get(cell));
  const untold = cells.find((cell) => cell === undefined || cell.count === null);
  return {
    x: place.period,
    xLabel: codeLabel(view, 'period', place.period),
    value: shareOf(view, place) ?? null,
    figure,
    status: figure === null ? (untold?.status ?? 'z') : '',
    note: '',
  };
}

/** In the last year in which two can be told: the way with the highest share beside that with the lowest. */
function ratioFinding(
  view: ReleaseView,
  measure: Measure,
  years: readonly (readonly Place[])[],
): Finding | undefined {
  const byShare = (one: Place, other: Place) => (shareOf(view, other) ?? 0) - (shareOf(view, one) ?? 0);
  const told = years
    .map((places) => places.filter((place) => (shareOf(view, place) ?? 0) > 0).toSorted(byShare))
    .findLast((places) => places.length > 1);
  const [highest, lowest] = [told?.[0], told?.at(-1)];
  if (highest === undefined || lowest === undefined) return undefined;
  const cells = [highest.refused, highest.all, lowest.refused, lowest.all] as const;
  const times = timesFigure(view.source, cells);
  const high = shareFigure(view.source, highest.refused, highest.all);
  const low = shareFigure(view.source, lowest.refused, lowest.all);
  if (
    times === undefined ||
    high === undefined ||
    low === undefined ||
    shareOf(view, highest) === shareOf(view, lowest)
  )
    return undefined;
  const named = ({ channel }: Place) => inSentence(codeLabel(view, CHANNEL, channel));
  return {
    title: view.messages.served.ratio({
      decision: codeLabel(view, DECISION, REFUSED),
      period: periodWords(view, highest.period),
      code: named(highest),
      high,
      times,
      other: named(lowest),
      low,
    }),
    claim: claimOf(view.source, 'ratio', `${measure.id}|${DECISION}|${REFUSED}`, cells),
  };
}

/** Each count with its share; nothing of ways that nobody could take. */
function tableOf(view: ReleaseView, table: Table, places: readonly Place[]): TableBlock {
  const { messages } = view;
  const isOpen = ({ all }: Place) => (view.source.cells.get(all)?.status ?? 'z') !== 'z';
  const rows = places.filter(isOpen).map((place): TableRow => {
    const heading = [
      codeLabel(view, 'period', place.period),
      messages.marks.comma,
      codeLabel(view, CHANNEL, place.channel),
    ];
    const share = shareFigure(view.source, place.refused, place.all);
    const cells = [
      tableCell(view, place.refused),
      tableCell(view, place.all),
      [share ?? messages.tables.hidden],
    ];
    return { heading, cells };
  });
  return {
    kind: 'table',
    id: 'table-refused-by-channel',
    caption: [messages.tables.tableOf, titleOf(view, measureOf(view.release.declaration, table.measure))],
    columns: [
      messages.tables.period,
      codeLabel(view, DECISION, REFUSED),
      messages.tables.total,
      messages.served.inPercent,
    ],
    rows,
    notes: [],
    links: [csvLink(view, table)],
  };
}
