/** Key figures, each with its unit, the period that it is of, the change since a year before and what it means. */

import { placeSpark } from '../../charts/kinds/spark.ts';
import { mirror } from '../../charts/mirror.ts';
import type { Figure } from '../../figures/figure.ts';
import { TOTAL } from '../../program/codelist.ts';
import { CLOSED, countsRequests } from '../../program/docket-plan.ts';
import { PERIOD_LEVELS } from '../../program/period.ts';
import type { Measure } from '../../program/program.ts';
import { pointAt } from '../blocks/chart-block.ts';
import { givenRange } from '../blocks/table-block.ts';
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
  const told = period === undefined ? undefined : toldOf(view, at(measure, period));
  if (period === undefined || told === undefined) return undefined;
  const { overview, marks } = view.messages;
  const meaning = meaningOf(view, measure);
  const remark = view.source.cells.get(at(measure, period))?.note ?? '';
  const remarks = remark === '' ? [] : closed(remark, marks.stop);
  return {
    label:
      measure.kind === 'stock'
        ? overview.atEndOf({ label: measure.label, period: endWords(view, period) })
        : overview.inPeriod({ label: measure.label, period: periodWords(view, period) }),
    qualifier: told.qualifier,
    figure: told.figure,
    change: remark === '' ? changeSentence(view, measure, period) : [],
    ...sparkOf(view, measure, period),
    note: joined([told.most, meaning === undefined ? [] : [meaning], remarks]),
  };
}

const joined = (sentences: readonly Sentence[]): Sentence =>
  sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, at) => (at === 0 ? sentence : [' ', ...sentence]));

/** A count, or the least that it can be with the most in words beside it. */
interface Told {
  readonly qualifier: string;
  readonly figure: Figure;
  readonly most: Sentence;
}

function toldOf(view: ReleaseView, address: string): Told | undefined {
  const { tables, marks } = view.messages;
  const figure = cellFigure(view.source, address);
  if (figure !== undefined) return { qualifier: '', figure, most: [] };
  const range = givenRange(view, address);
  if (range === undefined) return undefined;
  const most = [...tables.atMost({ most: range.most }), marks.stop];
  return { qualifier: tables.atLeast, figure: range.least, most };
}

/**
 * The last whole year of a flow, or the last of shorter periods where that year is not told; a stock as it stands at the end of the
 * shortest period. What stood there at the end of an earlier one says nothing of now.
 */
function tilePeriod(view: ReleaseView, measure: Measure): string | undefined {
  const isStock = measure.kind === 'stock';
  const levels = isStock ? PERIOD_LEVELS : PERIOD_LEVELS.toReversed();
  const periods = levels.map((level) =>
    levelCodes(view, { levels: { period: level } }, 'period').filter(
      (period) => !period.includes('..') && view.source.cells.has(at(measure, period)),
    ),
  );
  const isTold = (period: string) => toldOf(view, at(measure, period)) !== undefined;
  const newest = periods.flatMap((codes) => codes.slice(-1)).find(isTold);
  if (newest !== undefined || isStock) return newest;
  const older = periods.flatMap((codes) => codes.findLast(isTold) ?? [])[0];
  return older ?? (isTold(TOTAL) ? TOTAL : undefined);
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
  const { overview } = view.messages;
  const isStock = measure.kind === 'stock';
  const compare = isStock ? absoluteChange : changeOf;
  const change = compare(view, at(measure, before), at(measure, period));
  if (change === undefined) return [];
  return isStock
    ? overview.changeAtEnd({ ...changeChoice(change), before: endWords(view, before) })
    : overview.change({ ...changeChoice(change), before: periodWords(view, before) });
}
