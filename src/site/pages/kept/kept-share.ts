/** Of all who applied, those of whom records are kept: figures on the record that `program.json` names, and their share. */
import { drawParts } from '../../../charts/kinds/parts.ts';
import { drawSquares } from '../../../charts/kinds/squares.ts';
import type { Drawing } from '../../../charts/points.ts';
import type { Figure } from '../../../figures/figure.ts';
import { fractionNear } from '../../../figures/fraction.ts';
import type { RecordedFigure } from '../../../record/record.ts';
import { frameOf } from '../../blocks/chart-frame.ts';
import { factOf } from '../../figures/fact.ts';
import { recordFigure, recordShare } from '../../figures/figures.ts';
import { inSentence } from '../../figures/in-sentence.ts';
import { citedSource, periodSentence, qualifiedFigure, quoted } from '../../figures/record-sentence.ts';
import { isFigure, type Sentence, sentenceText } from '../../figures/sentence.ts';
import { recordClaim } from '../../findings/finding.ts';
import { citeShare, plainFigure } from '../../frame/citation.ts';
import type { ChartBlock, RecordedProps, TableRow } from '../../frame/page.ts';
import { figureNamed } from '../../load/named-figures.ts';
import { latestPath } from '../../routes.ts';
import type { View } from '../../view.ts';
import { figureInFile } from '../record/figure-in-file.ts';
import { RECORD_SLUG } from '../record/slug.ts';

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
  const { city } = view.messages;
  const found = { all, kept, notKept, share };
  const title = shareTitle(view, found);
  const others = isLeast(view.program) ? city.othersPart : city.notKeptPart;
  const frame = frameOf(view, { id: ID, unit: all.figure }, title);
  const part = (figure: RecordedFigure, isKept: boolean) => ({
    label: sentenceText((isKept ? city.keptPart : others)({ what: figure.figure })),
    value: figure.value,
    figure: recordFigure(view.program.id, figure, view.language),
    isKept,
  });
  return shareChart(view, {
    id: ID,
    title,
    subtitle: sharePeriods(view, found),
    drawing: drawParts(frame, [part(notKept, false), part(kept, true)]),
    rows: [all, notKept, kept],
    share,
    notes: differNotes(view, found),
  });
}

/** The same as a hundred squares, for the front page. */
export function squaresBlock(view: View, { all, kept, notKept, share }: KeptShare): ChartBlock {
  const { start, marks } = view.messages;
  const { id, city } = view.program;
  const found = { all, kept, notKept, share };
  const title = [city, marks.colon, ...shareTitle(view, found)];
  const figureOf = (figure: RecordedFigure) => recordFigure(id, figure, view.language);
  const subtitle = [...sharePeriods(view, found), marks.next, start.square];
  return shareChart(view, {
    id: `squares-${id}`,
    title,
    subtitle,
    drawing: drawSquares(frameOf(view, { id: `squares-${id}`, unit: '' }, title), kept.value / all.value, {
      filled: [kept.figure, marks.colon, figureOf(kept)],
      others: [notKept.figure, marks.colon, figureOf(notKept)],
    }),
    rows: [all, notKept, kept],
    share,
    notes: differNotes(view, found),
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
    notes,
  }: {
    readonly id: string;
    readonly title: Sentence;
    readonly subtitle: Sentence;
    readonly drawing: Drawing;
    readonly rows: readonly [RecordedFigure, RecordedFigure, RecordedFigure];
    readonly share: Figure;
    readonly notes: readonly Sentence[];
  },
): ChartBlock {
  const { city } = view.messages;
  const { figure, value } = view.messages.record;
  const [all, , kept] = rows;
  const shareInFile = { unit: '', period: sharePeriods(view, { all, kept }), note: [] };
  const row = (one: RecordedFigure): TableRow => ({
    heading: [one.figure],
    cells: [qualifiedFigure(view, one)],
    inFile: figureInFile(view, one),
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
      rows: [...rows.map(row), { heading: [shareName(view)], cells: [[share]], inFile: shareInFile }],
      notes: [],
      links: [],
    },
    notes,
    ofRecord: {
      citation: citeShare(view, { title, kept, all, href: shareAddress(view) }),
      source: view.messages.travel.calculated({ source: [quoted(view, kept.sourceTitle)] }),
      href: shareAddress(view),
    },
    travel: null,
    source: city.calculated({ source: citedSource(view, kept) }),
  };
}

/** The share as what others reported: ours, from two of their figures, each with its period, at an address that stays. */
export function shareRecorded(view: View, found: KeptShare): RecordedProps {
  const { city, marks } = view.messages;
  const { kept, share } = found;
  const href = shareAddress(view);
  return {
    id: ID,
    label: shareName(view),
    value: [share, marks.open, city.ours, marks.close],
    period: sharePeriods(view, found),
    facts: [
      factOf(city.source, citedSource(view, kept)),
      factOf(city.howRead, [kept.howRead]),
      ...differNotes(view, found).map((note) => factOf(city.remark, note)),
    ],
    citation: shareCitation(view, found),
    link: { href, label: view.messages.travel.placeRecord },
  };
}

function shareAddress(view: View): string {
  return `${latestPath(view, RECORD_SLUG)}#${ID}`;
}

/** `2,717 (December 2024 to April 17, 2025) of 87,163 (April 17, 2022 to April 17, 2025)`: what is divided by what. */
function sharePeriods(view: View, { all, kept }: Pick<KeptShare, 'all' | 'kept'>): Sentence {
  return view.messages.city.shareOf({
    kept: plainFigure(view, kept),
    keptPeriod: periodSentence(view, kept.period),
    all: plainFigure(view, all),
    allPeriod: periodSentence(view, all.period),
  });
}

/** The two are of different periods: what cannot be said of either. */
function differNotes({ messages }: View, { all, kept }: KeptShare): Sentence[] {
  return all.period === kept.period ? [] : [[messages.city.periodsDiffer]];
}

export function shareCitation(view: View, found: KeptShare): Sentence {
  return citeShare(view, { ...found, title: shareTitle(view, found), href: shareAddress(view) });
}

/**
 * What came by the ways that keep the application: whether others keep it too or not, this much is known. Two counts and no
 * percentage, which would be read as the share of those who had the choice.
 */
function shareTitle(view: View, { all, kept }: KeptShare): Sentence {
  return view.messages.city.keptTitle({
    kept: plainFigure(view, kept),
    all: plainFigure(view, all),
    way: keepingWays(view.program, view.messages),
  });
}

function shareName({ messages, program }: View): string {
  return messages.city.shareRow.text({ way: keepingWays(program, messages) });
}

function keepingWays({ channels }: View['program'], { marks }: View['messages']): string {
  const ways = channels.filter(({ leavesRecords }) => leavesRecords === 'yes');
  return ways.map(({ label }) => inSentence(label)).join(marks.comma);
}

/** Whether some other way may keep it too. */
function isLeast({ channels }: View['program']): boolean {
  return channels.some(({ leavesRecords }) => leavesRecords === 'not-on-the-record');
}
