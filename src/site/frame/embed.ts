/** A chart alone in a frame of another site: what it shows, whose it is, and the way to its page. */

import type { Link, Sentence } from '../figures/sentence.ts';
import { embedPath, pagePath } from '../routes.ts';
import type { View } from '../view.ts';
import { frameHeightPx } from './frame-height.ts';
import type { ChartBlock } from './page.ts';
import { belonging, chartSlug, frameTexts, frameTitle, type PlacedChart } from './travel.ts';

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
  const { messages, program } = view;
  return {
    path: embedPath(view, chartSlug(chart)),
    heightPx: frameHeightPx(chart, frameTexts(view, chart)),
    title: frameTitle(view, chart),
    invented: program.nature === 'invented' ? messages.frame.inventedNotice : null,
    heading: chart.title,
    subtitle: chart.subtitle,
    drawing: forPhones(chart.drawing),
    notes: chart.notes,
    source: chart.source,
    belonging: belonging(view, chart),
    onPage: { href: `${pagePath(view, page.slug)}#${chart.id}`, label: messages.travel.figureOnPage },
  };
}

/** A frame has one drawing, whatever its width, so that its height is known where its code is copied. */
function forPhones(drawing: ChartBlock['drawing']): ChartBlock['drawing'] {
  return { ...drawing, plans: drawing.plans.filter(({ size }) => size.name === 'phone') };
}
