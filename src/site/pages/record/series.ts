/** Figures on the record that follow each other, as bars: those that `program.json` names, a period after the other. */
import { drawBars } from '../../../charts/kinds/bars.ts';
import type { ChartPoint } from '../../../charts/points.ts';
import { type Claim, changeWord } from '../../../figures/claim.ts';
import type { Program } from '../../../program/program.ts';
import type { RecordedFigure } from '../../../record/record.ts';
import { frameOf } from '../../blocks/chart-frame.ts';
import { recordChange, recordFigure } from '../../figures/figures.ts';
import {
  citedSource,
  periodSentence,
  qualifiedFigure,
  quoted,
  sourceOf,
} from '../../figures/record-sentence.ts';
import { isFigure, type Sentence, sentenceText } from '../../figures/sentence.ts';
import { recordClaim } from '../../findings/finding.ts';
import { citeRecordedChart } from '../../frame/citation.ts';
import type { ChartBlock, TableRow } from '../../frame/page.ts';
import type { OfRecord } from '../../frame/travel-props.ts';
import { figureNamed } from '../../load/named-figures.ts';
import { latestPath } from '../../routes.ts';
import type { View } from '../../view.ts';
import { figureInFile } from './figure-in-file.ts';

/** `most` is the highest figure of the series that stand beside it, with which it has one scale. */
export function seriesBlock(view: View, series: Program['series'][number], most?: number): ChartBlock {
  const { city, marks } = view.messages;
  const { when, value } = view.messages.record;
  const figures = series.figures.map((id) => figureNamed(view.record, id));
  const [before, last] = figures.slice(-2);
  if (before === undefined || last === undefined) throw new Error('internal error: a series of one figure');
  const title = city.seriesTitle({
    count: figureOf(view, last),
    unit: last.unit,
    period: periodLabel(view, last.period),
    ...recordChange(view.program.id, before, last, view.language),
  });
  const frame = frameOf(view, { id: series.id, unit: last.figure }, title);
  const row = (figure: RecordedFigure): TableRow => ({
    heading: [periodLabel(view, figure.period)],
    cells: [qualifiedFigure(view, figure), periodSentence(view, figure.period), [figure.note]],
    inFile: figureInFile(view, figure),
  });
  return {
    kind: 'chart',
    id: `chart-${series.id}`,
    title,
    claim: changeClaim(view, series.id, before, last),
    subtitle: [series.title, marks.comma, view.program.city],
    drawing: {
      ...drawBars(
        most === undefined ? frame : { ...frame, most },
        figures.map((figure) => pointOf(view, figure)),
      ),
      spoken: title.filter(isFigure),
    },
    table: {
      kind: 'table',
      id: `${series.id}-table`,
      caption: [series.title],
      columns: [when, value, view.messages.tables.period, city.remark],
      rows: figures.map(row),
      notes: [],
      links: [],
    },
    notes: last.note === '' ? [] : [[last.note]],
    ofRecord: ofSources(view, { title, figures, href: `${latestPath(view, '')}#chart-${series.id}` }),
    travel: null,
    source: [...sourceOf(view, last), marks.next, last.howRead],
  };
}

/** Each source once, as a citation and as a quote name it. */
function ofSources(
  view: View,
  {
    title,
    figures,
    href,
  }: { readonly title: Sentence; readonly figures: readonly RecordedFigure[]; readonly href: string },
): OfRecord {
  const sources = [...new Map(figures.map((figure) => [figure.sourceTitle, figure])).values()];
  const listed = (say: (figure: RecordedFigure) => Sentence): Sentence =>
    sources.flatMap((figure, at) =>
      at === 0 ? say(figure) : [view.messages.marks.semicolon, ...say(figure)],
    );
  return {
    citation: citeRecordedChart(view, { title, source: listed((figure) => citedSource(view, figure)), href }),
    source: listed((figure) => [quoted(view, figure.sourceTitle)]),
    href,
  };
}

function changeClaim(view: View, id: string, before: RecordedFigure, last: RecordedFigure): Claim {
  const word = changeWord(before.value, last.value);
  return recordClaim(view.program.id, 'change', `record|${id}`, [before.id, last.id], word);
}

function pointOf(view: View, figure: RecordedFigure): ChartPoint {
  const label = periodLabel(view, figure.period);
  return {
    x: figure.id,
    xLabel: label,
    value: figure.value,
    figure: figureOf(view, figure),
    status: '',
    note: '',
  };
}

function figureOf({ program, language }: View, { id, value }: RecordedFigure) {
  return recordFigure(program.id, { id, value }, language);
}

/** `2025-07/2026-06` is fiscal year 2026; any other period stands as it is. */
export function periodLabel(view: View, period: string): string {
  const match = /^(\d{4})-07\/(\d{4})-06$/.exec(period);
  const [, from, to = ''] = match ?? [];
  if (match !== null && Number(to) === Number(from) + 1)
    return view.messages.words.fiscalYear.text({ year: to });
  return sentenceText(periodSentence(view, period));
}
