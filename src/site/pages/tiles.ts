/** Key figures, each with its unit, the period that it is of, the change since a year before and what it means. */

import { placeSpark } from '../../charts/kinds/spark.ts';
import { mirror } from '../../charts/mirror.ts';
import { TOTAL } from '../../program/codelist.ts';
import { CLOSED, countsRequests } from '../../program/docket-plan.ts';
import { PERIOD_LEVELS } from '../../program/period.ts';
import type { Measure } from '../../program/program.ts';
import { pointAt } from '../blocks/chart-block.ts';
import { addressAt, levelCodes } from '../blocks/table-grid.ts';
import { cellFigure } from '../figures/figures.ts';
import { closed, type Sentence } from '../figures/sentence.ts';
import { absoluteChange, changeChoice, changeOf } from '../findings/forms.ts';
import { endWords, periodWords, yearBefore } from '../findings/periods.ts';
import type { Stat } from '../frame/page.ts';
import { languageOf } from '../messages/messages.ts';
import { meaningOf, type ReleaseView } from '../view.ts';

/** What is held first, then who asked, then whom the program served. */
export function keyTiles(view: ReleaseView): Stat[] {
  const measures = view.release.declaration.measures.filter(({ id }) => id !== CLOSED);
  const rank = ({ id, kind }: Measure) => (countsRequests(id) ? 1 : { stock: 0, flow: 2 }[kind]);
  return measures
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap((measure) => tileOf(view, measure) ?? []);
}

const at = (measure: Measure, period: string) => addressAt(measure, new Map([['period', period]]));

/** Undefined where no total of the measure is published. */
function tileOf(view: ReleaseView, measure: Measure): Stat | undefined {
  const period = tilePeriod(view, measure);
  const figure = period === undefined ? undefined : cellFigure(view.source, at(measure, period));
  if (period === undefined || figure === undefined) return undefined;
  const { overview, marks } = view.messages;
  const meaning = meaningOf(view, measure);
  const remark = view.source.cells.get(at(measure, period))?.note ?? '';
  const remarks = remark === '' ? [] : closed(remark, marks.stop);
  return {
    label:
      measure.kind === 'stock'
        ? overview.atEndOf({ label: measure.label, period: endWords(view, period) })
        : overview.inPeriod({ label: measure.label, period: periodWords(view, period) }),
    qualifier: '',
    figure,
    change: remark === '' ? changeSentence(view, measure, period) : [],
    ...sparkOf(view, measure, period),
    note: meaning === undefined ? remarks : [meaning, ...(remark === '' ? [] : [' ', ...remarks])],
  };
}

/** The last whole year of a flow; a stock as it stands at the end of the shortest period. */
function tilePeriod(view: ReleaseView, measure: Measure): string | undefined {
  const levels = measure.kind === 'stock' ? PERIOD_LEVELS : PERIOD_LEVELS.toReversed();
  for (const level of levels) {
    const told = levelCodes(view, { levels: { period: level } }, 'period').findLast(
      (period) => !period.includes('..') && view.source.cells.get(at(measure, period))?.count != null,
    );
    if (told !== undefined) return told;
  }
  return view.source.cells.get(at(measure, TOTAL))?.count == null ? undefined : TOTAL;
}

const SPARK = { widthPx: 140, heightPx: 34 } as const;

/** All periods as long as the one that the tile is of, up to it. */
function sparkOf(view: ReleaseView, measure: Measure, period: string): Pick<Stat, 'spark'> {
  const level = view.release.codelists
    .find(({ dimension }) => dimension === 'period')
    ?.codes.find(({ code }) => code === period)?.level;
  const periods = level === undefined ? [] : levelCodes(view, { levels: { period: level } }, 'period');
  const points = periods
    .slice(0, periods.indexOf(period) + 1)
    .map((code) => pointAt(view, at(measure, code), code, ''));
  const { widthPx, heightPx } = SPARK;
  const marks = placeSpark(points, { x: 2, y: 4, width: widthPx - 8, height: heightPx - 8 });
  const plan = { marks, heightPx };
  const isRtl = languageOf(view.language).direction === 'rtl';
  return marks.length === 0
    ? {}
    : { spark: { ...(isRtl ? mirror(plan, { name: 'phone', widthPx }) : plan), widthPx } };
}

function changeSentence(view: ReleaseView, measure: Measure, period: string): Sentence {
  const before = yearBefore(period);
  if (before === undefined || view.source.cells.get(at(measure, before))?.note) return [];
  const compare = measure.kind === 'stock' ? absoluteChange : changeOf;
  const change = compare(view, at(measure, before), at(measure, period));
  if (change === undefined) return [];
  return view.messages.overview.change({ ...changeChoice(change), before: periodWords(view, before) });
}
