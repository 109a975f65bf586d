/** Of all who applied, those of whom records are kept: figures on the record that `program.json` names, and their share. */
import { drawParts } from '../../../charts/parts.ts';
import type { Drawing } from '../../../charts/points.ts';
import { drawSquares } from '../../../charts/squares.ts';
import type { Figure } from '../../../model/figure.ts';
import { fractionNear } from '../../../model/fraction.ts';
import type { RecordedFigure } from '../../../record/record.ts';
import { frameOf } from '../../chart-frame.ts';
import { recordFigure, recordShare } from '../../figures.ts';
import { recordClaim } from '../../findings/finding.ts';
import { figureNamed } from '../../named-figures.ts';
import type { ChartBlock, TableRow } from '../../page.ts';
import { periodSentence, qualifiedFigure, sourceOf } from '../../record-sentence.ts';
import { absoluteAddress, latestPath } from '../../routes.ts';
import { isFigure, type Sentence, sentenceText } from '../../sentence.ts';
import type { View } from '../../view.ts';

interface KeptShare {
  readonly all: RecordedFigure;
  readonly kept: RecordedFigure;
  readonly notKept: RecordedFigure;
  readonly share: Figure;
}

/** Undefined where the program names no such figures. */
export function keptShareOf({ program, record, language }: View): KeptShare | undefined {
  if (program.keptShare === undefined) return undefined;
  const all = figureNamed(record, program.keptShare.all);
  const kept = figureNamed(record, program.keptShare.kept);
  const notKept = figureNamed(record, program.keptShare.notKept);
  return { all, kept, notKept, share: recordShare(program.id, kept, all, language) };
}

const ID = 'kept-share';

/** One bar with its two parts. */
export function keptShareBlock(view: View, { all, kept, notKept, share }: KeptShare): ChartBlock {
  const { city, marks } = view.messages;
  const title = city.keptTitle({ share });
  const frame = frameOf(view, { id: ID, unit: all.figure }, title);
  const part = (figure: RecordedFigure, isKept: boolean) => ({
    label: sentenceText((isKept ? city.keptPart : city.notKeptPart)({ what: figure.figure })),
    value: figure.value,
    figure: recordFigure(view.program.id, figure, view.language),
    isKept,
  });
  return shareChart(view, {
    id: ID,
    title,
    subtitle: [all.figure, marks.comma, ...periodSentence(view, all.period)],
    drawing: drawParts(frame, [part(notKept, false), part(kept, true)]),
    rows: [all, notKept, kept],
    share,
    isCited: true,
  });
}

/** The same as a hundred squares, for the front page. */
export function squaresBlock(view: View, { all, kept, notKept, share }: KeptShare): ChartBlock {
  const { start } = view.messages;
  const { id, city } = view.program;
  const title = start.squares({ city, share });
  const figureOf = (figure: RecordedFigure) => recordFigure(id, figure, view.language);
  const subtitle = start.squaresOf({
    kept: figureOf(kept),
    all: figureOf(all),
    period: periodSentence(view, all.period),
  });
  return shareChart(view, {
    id: `squares-${id}`,
    title,
    subtitle,
    drawing: drawSquares(frameOf(view, { id: `squares-${id}`, unit: '' }, title), kept.value / all.value, {
      filled: [kept.figure, view.messages.marks.colon, figureOf(kept)],
      others: [notKept.figure, view.messages.marks.colon, figureOf(notKept)],
    }),
    rows: [all, notKept, kept],
    share,
    isCited: false,
  });
}

function shareChart(
  view: View,
  {
    id,
    title,
    subtitle,
    drawing,
    rows,
    share,
    isCited,
  }: {
    readonly id: string;
    readonly title: Sentence;
    readonly subtitle: Sentence;
    readonly drawing: Drawing;
    readonly rows: readonly [RecordedFigure, RecordedFigure, RecordedFigure];
    readonly share: Figure;
    readonly isCited: boolean;
  },
): ChartBlock {
  const { city } = view.messages;
  const { figure, value } = view.messages.record;
  const [all, , kept] = rows;
  const row = (one: RecordedFigure): TableRow => ({
    heading: [one.figure],
    cells: [qualifiedFigure(view, one)],
  });
  return {
    kind: 'chart',
    id: `chart-${id}`,
    title,
    claim: recordClaim(
      view.program.id,
      'share',
      'record|kept-share',
      [kept.id, all.id],
      fractionNear(kept.value / all.value),
    ),
    subtitle,
    drawing: { ...drawing, spoken: title.filter(isFigure) },
    table: {
      kind: 'table',
      id: `${id}-table`,
      caption: [all.figure],
      columns: [figure, value],
      rows: [...rows.map(row), { heading: [city.shareRow], cells: [[share]] }],
      notes: [],
      links: [],
    },
    notes: [],
    travel: null,
    source: [...sourceOf(view, kept), ...(isCited ? citationOf(view, kept, share) : [])],
  };
}

/** How to cite the share, with the address at which it stands for good. */
function citationOf(view: View, kept: RecordedFigure, share: Figure): Sentence {
  const { city, marks } = view.messages;
  const address = `${absoluteAddress(latestPath(view, ''))}#chart-${ID}`;
  return [
    marks.next,
    city.cite,
    marks.colon,
    ...city.citation({
      title: kept.figure,
      figure: [share],
      period: periodSentence(view, kept.period),
      source: sourceOf(view, kept),
      program: view.program.name,
      city: view.program.city,
      address: { href: address, label: address },
    }),
  ];
}
