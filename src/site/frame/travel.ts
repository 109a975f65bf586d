/** How a reader takes a chart elsewhere: its files and its frames, a sentence to quote, how to cite it. */
import { embedCode } from '../../catalogs/embed-code.ts';
import type { Mark } from '../../charts/marks.ts';
import type { PublishedCell } from '../../program/cell.ts';
import { type Link, type Sentence, sentenceText } from '../figures/sentence.ts';
import { absoluteAddress, chartFilePath, embedPath, pagePath, siteAddress } from '../routes.ts';
import { type ReleaseView, type View, withCells } from '../view.ts';
import { citeChart } from './citation.ts';
import { type FrameTexts, frameHeightPx } from './frame-height.ts';
import type { Block, ChartBlock, Page } from './page.ts';
import type { OfRecord, Travel } from './travel-props.ts';

/** A chart with the page that it stands on. */
export interface PlacedChart {
  readonly chart: ChartBlock;
  readonly page: Page;
}

/** Every chart of these pages once, in reading order: as it stands where its title first says what the figures show. */
export function chartsOn(pages: readonly Page[]): PlacedChart[] {
  const found = new Map<string, PlacedChart>();
  for (const page of pages.filter(travels))
    for (const chart of page.sections.flatMap(({ blocks }) => blocks.flatMap(chartsIn)))
      if (!found.has(chart.id) || (chart.claim !== null && found.get(chart.id)?.chart.claim === null))
        found.set(chart.id, { chart, page });
  return [...found.values()];
}

/** Charts of a sheet to print stay on it: those of the pages hold the same cells. */
function travels({ slug }: Page): boolean {
  return !/^briefing(?:\/|$)/.test(slug);
}

export function chartsIn(block: Block): ChartBlock[] {
  if (block.kind === 'chart') return [block];
  return 'blocks' in block ? block.blocks.flatMap(chartsIn) : [];
}

/** The pages, each chart with its ways to travel. */
export function withTravel(view: View, pages: readonly Page[]): Page[] {
  const places = new Map(chartsOn(pages).map(({ chart, page }) => [chart.id, page.slug]));
  const equip = (block: Block): Block => {
    if ('blocks' in block) return { ...block, blocks: block.blocks.map(equip) };
    if (block.kind !== 'chart') return block;
    const chart = view.frozen ? asKept(block) : block;
    return { ...chart, travel: travelOf(view, chart, places.get(block.id) ?? '') };
  };
  return pages.map((page) => ({
    ...page,
    sections: !travels(page)
      ? page.sections
      : page.sections.map((section) => ({ ...section, blocks: section.blocks.map(equip) })),
  }));
}

/**
 * As a frozen release has it, of which a site keeps many for ever: drawn once, for phones, and its marks say nothing. That is
 * a third of the drawings of the latest, and the table below has all that they say.
 */
function asKept(chart: ChartBlock): ChartBlock {
  const { drawing } = chart;
  const narrow = drawing.plans.filter(({ size }) => size.name === 'phone');
  const plans = narrow.map((plan) => ({ ...plan, marks: plan.marks.map(withoutSaying) }));
  return { ...chart, drawing: { ...drawing, plans } };
}

function withoutSaying(mark: Mark): Mark {
  if (!('says' in mark)) return mark;
  const { says: _, ...drawn } = mark;
  return drawn;
}

/** The name of a chart in addresses. */
export function chartSlug({ id }: ChartBlock): string {
  return id.replace(/^chart-/, '');
}

/** Of its release, or as what others reported: a chart of the record names no release anywhere. */
function travelOf(view: View, chart: ChartBlock, slug: string): Travel {
  const { travel } = view.messages;
  const name = chartSlug(chart);
  const endings = view.frozen ? [] : (['csv', 'json', 'svg', 'png'] as const);
  const files = endings.map((ending) => ({ href: chartFilePath(view, name, ending), label: travel[ending] }));
  const latest = codeOf(view, chart, embedPath({ ...view, frozen: false }, name));
  const unplaced = siteAddress() === undefined ? travel.unplaced : '';
  if (chart.ofRecord !== undefined) {
    const { ofRecord } = chart;
    return {
      files,
      embeds: [{ label: travel.embedRecord, code: latest }],
      citation: ofRecord.citation,
      quote: recordQuote(view, chart, ofRecord),
      place: [addressOf(ofRecord.href)],
      placeLabel: travel.placeRecord,
      unplaced,
    };
  }
  const found = withCells(view);
  if (found === undefined) throw new Error(`internal error: ${chart.id} is of no release and of no record`);
  const { release } = found.release;
  const frozen = codeOf(view, chart, embedPath({ ...view, frozen: true }, name));
  return {
    files,
    embeds: [
      ...(view.frozen ? [] : [{ label: travel.embedLatest, code: latest }]),
      { label: travel.embedFrozen.text({ release }), code: frozen },
    ],
    citation: citeChart(found, chart.title, permanentAddress(view, chart, slug)),
    quote: releaseQuote(found, chart),
    place: [addressOf(permanentAddress(view, chart, slug))],
    placeLabel: view.messages.city.permanent,
    unplaced,
  };
}

/** What a file says of a cell in words: that it is invented, hidden, or what the release remarks. */
export function cellNote(
  { messages, program }: View,
  { status, note }: Pick<PublishedCell, 'status' | 'note'>,
): string {
  const said = status === 'c' ? messages.tables.hidden : note;
  const mark = program.nature === 'invented' ? messages.travel.inventedMark : '';
  return [mark, said].filter((text) => text !== '').join('. ');
}

/** Where a chart stands for good: on the same page of the release that never changes; one of the record where it is kept up. */
export function permanentAddress(view: View, chart: ChartBlock, slug: string): string {
  return chart.ofRecord?.href ?? `${pagePath({ ...view, frozen: true }, slug)}#${chart.id}`;
}

function releaseQuote(view: ReleaseView, { title }: ChartBlock): Sentence {
  const { messages, release } = view;
  const { city, name } = release.declaration;
  const quote = messages.travel.quoted({ title, city, program: name, release: release.release });
  return [...quote, ...inventedWords(view)];
}

function recordQuote(view: View, { title }: ChartBlock, { source }: OfRecord): Sentence {
  const { messages, program } = view;
  const quote = messages.travel.quotedRecord({ title, city: program.city, program: program.name, source });
  return [...quote, ...inventedWords(view)];
}

/** What travels says of itself that it is invented. */
function inventedWords({ messages, program }: View): Sentence {
  return program.nature === 'invented' ? [messages.marks.next, messages.frame.inventedNotice] : [];
}

/** Under a picture or in a frame: whose figures they are, and of which release, or that they are of none. */
export function belonging(view: View, { ofRecord }: ChartBlock): Sentence {
  const { messages, program, release } = view;
  if (ofRecord !== undefined || release === null)
    return messages.travel.ofRecord({ city: program.city, program: program.name });
  const { city, name } = release.declaration;
  return messages.travel.ofRelease({ city, program: name, release: release.release });
}

/** In full where the build knows the address of the site. */
function addressOf(href: string): Link {
  return { href, label: absoluteAddress(href) };
}

/** Whose figure it is and which: the name of its table, since a title has figures. */
export function frameTitle({ program, release, messages }: View, { ofRecord, table }: ChartBlock): string {
  const name = ofRecord === undefined && release !== null ? release.declaration.name : program.name;
  return (
    name +
    messages.marks.colon +
    sentenceText(table.caption.filter((part) => part !== messages.tables.tableOf))
  );
}

function codeOf(view: View, chart: ChartBlock, path: string): string {
  const framed = frameTexts(view, chart);
  const title = frameTitle(view, chart);
  return embedCode({ address: absoluteAddress(path), title, heightPx: frameHeightPx(chart, framed) });
}

/** What stands around the drawing in a frame. */
export function frameTexts(view: View, chart: ChartBlock): FrameTexts {
  const { messages, program } = view;
  return {
    invented: program.nature === 'invented' ? messages.frame.inventedNotice : '',
    source: `${sentenceText(belonging(view, chart))} ${sentenceText(chart.source)}`,
  };
}
