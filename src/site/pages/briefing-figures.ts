/** Of a briefing: its headline, three figures each with its change since a year before, and one picture. */

import { drawBars } from '../../charts/kinds/bars.ts';
import { TOTAL } from '../../program/codelist.ts';
import { countsRequests } from '../../program/docket-plan.ts';
import { periodMonths } from '../../program/period.ts';
import type { Measure, Table } from '../../program/program.ts';
import { measureOf } from '../../system/shape.ts';
import { chartBlock, pointAt } from '../blocks/chart-block.ts';
import { frameOf } from '../blocks/chart-frame.ts';
import { tableCell } from '../blocks/table-block.ts';
import { addressAt, levelCodes } from '../blocks/table-grid.ts';
import { AREA } from '../dimensions.ts';
import { calendarFigure, cellFigure } from '../figures/figures.ts';
import { inSentence } from '../figures/in-sentence.ts';
import type { Sentence } from '../figures/sentence.ts';
import { claimOf, type Finding, plainTitle } from '../findings/finding.ts';
import { changeChoice, changeFinding, changeOf } from '../findings/forms.ts';
import { comparedPeriods, longestLevel, periodBare, periodWords } from '../findings/periods.ts';
import type { ChartBlock, Stat } from '../frame/page.ts';
import { codeLabel, type ReleaseView } from '../view.ts';

/** A count by period, and by area where one is given. */
interface Counted {
  readonly measure: Measure;
  readonly level: string;
  readonly area?: string;
}

/** A figure with its period and its change; undefined where this year or the last has no count. */
function statOf(view: ReleaseView, counted: Counted, label: string): Stat | undefined {
  const found = compared(view, counted);
  const figure = found && cellFigure(view.source, found.cells[1]);
  const change = found && changeOf(view, ...found.cells);
  if (found === undefined || figure === undefined || change === undefined) return undefined;
  return {
    label:
      counted.measure.kind === 'stock'
        ? stockLabel(view, label, found.period)
        : [label, view.messages.marks.comma, found.now],
    qualifier: '',
    figure,
    note: view.messages.sheet.change({ before: found.before, ...changeChoice(change) }),
  };
}

/** What there is at the end of a year is there in a month: `Records held, end of June 2025`. */
function stockLabel({ messages, source, program }: ReleaseView, label: string, period: string): Sentence {
  const months = periodMonths(period, program.period?.fiscalYearStartMonth ?? 1);
  if (months === undefined) throw new Error(`internal error: "${period}" is no period`);
  return messages.overview.atEndOf({ label, period: calendarFigure(source, period, 0, months[1]) });
}

/** The cells of this period and of the same a year before, with the names of both. */
function compared(view: ReleaseView, { measure, level, area }: Counted) {
  const codes = new Map(area === undefined ? [] : [[AREA, area]]);
  const periods = comparedPeriods(view, measure, level, codes);
  if (periods === undefined) return undefined;
  const at = (period: string) => addressAt(measure, new Map([...codes, ['period', period]]));
  return {
    cells: [at(periods.before), at(periods.now)] as const,
    period: periods.now,
    now: periodBare(view, periods.now),
    before: periodWords(view, periods.before),
  };
}

const MOST_STATS = 3;

/** One figure for each measure of people. */
export function programStats(view: ReleaseView): Stat[] {
  const measures = view.release.declaration.measures.filter(({ id }) => !countsRequests(id));
  const stats = measures.flatMap((measure) => {
    const level = longestLevel(view, measure);
    return (level && statOf(view, { measure, level }, measure.label)) || [];
  });
  return stats.slice(0, MOST_STATS);
}

/** Of the first measure of which two years can be compared. */
export function programHeadline(view: ReleaseView): Finding | undefined {
  const measures = view.release.declaration.measures.filter(
    ({ id, kind }) => !countsRequests(id) && kind === 'flow',
  );
  const findings = measures.map((measure) => {
    const level = longestLevel(view, measure);
    return level === undefined ? undefined : changeFinding(view, measure, level);
  });
  return findings.find((finding) => finding !== undefined);
}

/** The area, what it is a part of, the whole program. */
export function areaStats(view: ReleaseView, table: Table, areas: readonly string[]): Stat[] {
  const measure = measureOf(view.release.declaration, table.measure);
  const level = table.levels.period ?? '';
  const named = areas.map((area) => [area, codeLabel(view, AREA, area)] as const);
  const stats = [...named, [TOTAL, view.messages.tables.total] as const].flatMap(
    ([area, label]) => statOf(view, { measure, level, area }, label) ?? [],
  );
  return stats.slice(0, MOST_STATS);
}

export function areaHeadline(view: ReleaseView, table: Table, area: string): Finding | undefined {
  const measure = measureOf(view.release.declaration, table.measure);
  const level = table.levels.period ?? '';
  const found = compared(view, { measure, level, area });
  const now = found && cellFigure(view.source, found.cells[1]);
  const change = found && changeOf(view, ...found.cells);
  if (found === undefined || now === undefined || change === undefined) return undefined;
  const label = codeLabel(view, AREA, area) + view.messages.marks.comma + inSentence(measure.label);
  return {
    title: view.messages.findings.change({
      label,
      now,
      period: found.now,
      before: found.before,
      ...changeChoice(change),
    }),
    claim: claimOf(view.source, 'change', `${measure.id}|${area}|${level}`, found.cells, change.word),
  };
}

/** The counts of the first measure of which two years can be compared, a bar for each period. */
export function programChart(view: ReleaseView): ChartBlock | undefined {
  const measure = view.release.declaration.measures.find(
    ({ id, kind }) => !countsRequests(id) && kind === 'flow',
  );
  const level = measure && longestLevel(view, measure);
  if (measure === undefined || level === undefined) return undefined;
  return periodChart(view, { measure, level }, measure.label);
}

/** The counts of an area, a bar for each period. */
export function areaChart(view: ReleaseView, table: Table, area: string): ChartBlock {
  const counted = {
    measure: measureOf(view.release.declaration, table.measure),
    level: table.levels.period ?? '',
    area,
  };
  return periodChart(view, counted, table.title + view.messages.marks.colon + codeLabel(view, AREA, area));
}

function periodChart(view: ReleaseView, { measure, level, area }: Counted, name: string): ChartBlock {
  const { tables } = view.messages;
  const id = `briefing-${measure.id}-${level}`;
  const cells = levelCodes(view, { levels: { period: level } }, 'period').map((period) => ({
    period,
    label: codeLabel(view, 'period', period),
    address: addressAt(
      measure,
      new Map([['period', period], ...(area === undefined ? [] : [[AREA, area] as const])]),
    ),
  }));
  return chartBlock(view, {
    id,
    finding: plainTitle(name),
    subtitle: [view.program.city],
    drawing: drawBars(
      frameOf(view, { id, unit: measure.label }, [name]),
      cells.map(({ period, label, address }) => pointAt(view, address, period, label)),
    ),
    table: {
      kind: 'table',
      id: `table-${id}`,
      caption: [name],
      columns: [tables.period, measure.label],
      rows: cells.map(({ label, address }) => ({ heading: [label], cells: [tableCell(view, address)] })),
      notes: [],
      links: [],
    },
  });
}
