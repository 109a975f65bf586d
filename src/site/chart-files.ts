/** The files of a chart: a picture that travels alone, and its cells as JSON and CSV, in the reader's language. */
import { printPicture } from '../charts/picture-file.tsx';
import { type ChartCell, type ChartFile, formatChartCsv } from '../model/chart-file.ts';
import { formatJson } from '../model/json-file.ts';
import { languageOf } from './messages/messages.ts';
import type { CellProps, ChartBlock, TableBlock } from './page.ts';
import { absoluteAddress, chartFilePath } from './routes.ts';
import { type Sentence, sentenceText } from './sentence.ts';
import { cellNote, chartSlug, citationOf, type PlacedChart, permanentLink, quoteOf } from './travel.ts';
import type { ReleaseView } from './view.ts';

/** A file of the site with the texts that it prints, from which its manifest is made. */
export interface PrintedFile {
  readonly path: string;
  readonly text: string;
  readonly printed: unknown;
}

export function chartFiles(view: ReleaseView, placed: PlacedChart): PrintedFile[] {
  const slug = chartSlug(placed.chart);
  const cells = cellsOf(view, placed.chart.table);
  const data = describeChart(view, placed);
  const json = { ...mapTexts(data), cells } satisfies ChartFile;
  const path = (ending: string) => chartFilePath(view, `${slug}.${ending}`);
  return [
    pictureFile(view, placed.chart, path('svg')),
    { path: path('json'), text: formatJson(json), printed: { ...data, cells } },
    { path: path('csv'), text: formatChartCsv(cells), printed: cells },
  ];
}

/** What stands under a picture: what is counted, remarks, what hatching means, the source, whose it is and of which release. */
function pictureNotes(view: ReleaseView, { subtitle, notes, source, table }: ChartBlock): Sentence[] {
  const { messages, release } = view;
  const { city, name } = release.declaration;
  const hasHidden = cellsIn(table).some(({ status }) => status === 'c');
  return [
    ...(subtitle.length === 0 ? [] : [subtitle]),
    ...notes,
    ...(hasHidden ? [[messages.travel.hiddenNote]] : []),
    ...(source.length === 0 ? [] : [source]),
    messages.travel.ofRelease({ city, program: name, release: release.release }),
  ];
}

function pictureFile(view: ReleaseView, chart: ChartBlock, path: string): PrintedFile {
  const wide = chart.drawing.plans.find(({ size }) => size.name === 'wide');
  if (wide === undefined) throw new Error(`internal error: ${chart.id} has no wide drawing`);
  const notes = pictureNotes(view, chart);
  const text = printPicture(wide, {
    title: sentenceText(chart.title),
    notes: notes.map(sentenceText),
    language: view.language,
    direction: languageOf(view.language).direction,
  });
  return { path, text, printed: { title: chart.title, notes, plan: wide } };
}

/** Everything but the cells, as sentences. */
function describeChart(view: ReleaseView, { chart, page }: PlacedChart) {
  const { messages, release, program } = view;
  const { city, name, licence } = release.declaration;
  const { href } = permanentLink(view, chart, page.slug);
  return {
    title: chart.title,
    program: [name],
    city: [city],
    release: [release.release],
    invented: program.nature === 'invented' ? [messages.frame.inventedNotice] : null,
    table: chart.table.caption,
    notes: chart.notes,
    source: chart.source,
    quote: quoteOf(view, chart),
    citation: citationOf(view, chart, page.slug),
    page: { label: page.name, href: absoluteAddress(href) },
    licence: { label: licence.name, href: licence.url },
  };
}

function mapTexts({
  invented,
  notes,
  page,
  licence,
  ...sentences
}: ReturnType<typeof describeChart>): Omit<ChartFile, 'cells'> {
  return {
    title: sentenceText(sentences.title),
    program: sentenceText(sentences.program),
    city: sentenceText(sentences.city),
    release: sentenceText(sentences.release),
    invented: invented === null ? null : sentenceText(invented),
    table: sentenceText(sentences.table),
    notes: notes.map(sentenceText),
    source: sentenceText(sentences.source),
    quote: sentenceText(sentences.quote),
    citation: sentenceText(sentences.citation),
    page,
    licence,
  };
}

function cellsIn({ rows }: TableBlock): CellProps[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell) => ('address' in cell ? [cell] : [])));
}

/** A row for every cell of the chart's table, whether it has a count or not. */
function cellsOf(view: ReleaseView, { columns, rows }: TableBlock): ChartCell[] {
  return rows.flatMap(({ heading, cells }) =>
    cells.flatMap((cell, at): ChartCell[] => {
      if (!('address' in cell) || !view.source.cells.has(cell.address)) return [];
      return [{ row: sentenceText(heading), column: columns[at + 1] ?? '', ...releasedCell(view, cell) }];
    }),
  );
}

function releasedCell(view: ReleaseView, { address }: CellProps): Omit<ChartCell, 'row' | 'column'> {
  const { count = null, status = 'z', note = '' } = view.source.cells.get(address) ?? {};
  return { cell: address, count, status, note: cellNote(view, { status, note }) };
}
