/** A chart alone in a frame of another site: what it shows, whose it is, and the way to its page. */

import { type Link, type Sentence, sentenceText } from '../figures/sentence.ts';
import { embedPath, pagePath } from '../routes.ts';
import type { View } from '../view.ts';
import type { ChartBlock } from './page.ts';
import { belonging, chartSlug, embedHeightPx, type PlacedChart } from './travel.ts';

export interface EmbedDocument {
  readonly path: string;
  /** Of the frame that shows it. */
  readonly heightPx: number;
  /** Of the window; holds no figure. */
  readonly title: string;
  readonly invented: string | null;
  readonly heading: Sentence;
  readonly subtitle: Sentence;
  readonly drawing: ChartBlock['drawing'];
  readonly notes: readonly Sentence[];
  readonly source: Sentence;
  /** Of which release it is, or that it is of none. */
  readonly belonging: Sentence;
  /** To the chart on its page, with its table and files. */
  readonly onPage: Link;
}

export function embedDocument(view: View, { chart, page }: PlacedChart): EmbedDocument {
  const { messages, program, release } = view;
  const name = chart.ofRecord === undefined && release !== null ? release.declaration.name : program.name;
  return {
    path: embedPath(view, chartSlug(chart)),
    heightPx: embedHeightPx(chart),
    title: name + messages.marks.colon + sentenceText(chart.table.caption),
    invented: program.nature === 'invented' ? messages.frame.inventedNotice : null,
    heading: chart.title,
    subtitle: chart.subtitle,
    drawing: chart.drawing,
    notes: chart.notes,
    source: chart.source,
    belonging: belonging(view, chart),
    onPage: { href: `${pagePath(view, page.slug)}#${chart.id}`, label: messages.travel.figureOnPage },
  };
}
