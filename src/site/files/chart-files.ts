/** The files of a chart: a picture that travels alone, and its cells as JSON and CSV, in the reader's language. */
import { printPicture } from '../../charts/files/picture-file.tsx';
import { formatApi } from '../../formats/site/api-file.ts';
import { type ChartFile, formatChartCsv } from '../../formats/site/chart-file.ts';
import { type Sentence, sentenceText } from '../figures/sentence.ts';
import type { CellProps, ChartBlock, TableBlock } from '../frame/page.ts';
import { belonging, chartSlug, type PlacedChart, permanentAddress } from '../frame/travel.ts';
import { languageOf } from '../messages/messages.ts';
import { absoluteAddress, chartFilePath } from '../routes.ts';
import type { View } from '../view.ts';
import { chartRows } from './chart-rows.ts';

/** A file of the site with the texts that it prints, from which its manifest is made. */
export interface PrintedFile {
  readonly path: string;
  readonly text: string;
  readonly printed: unknown;
}

export function chartFiles(view: View, placed: PlacedChart): PrintedFile[] {
  const slug = chartSlug(placed.chart);
  const rows = chartRows(view, placed.chart.table);
  const cells = rows.map(({ cell }) => cell);
  const printed = rows.map((row) => row.printed);
  const data = describeChart(view, placed);
  const json = { ...mapTexts(data), cells } satisfies ChartFile;
  const path = (ending: 'svg' | 'json' | 'csv') => chartFilePath(view, slug, ending);
  return [
    pictureFile(view, placed.chart, path('svg')),
    { path: path('json'), text: formatApi(json), printed: { ...data, cells: printed } },
    { path: path('csv'), text: formatChartCsv(cells), printed },
  ];
}

/** What stands under a picture: what is counted, remarks, what hatching means, the source, whose it is and of which release. */
function pictureNotes(view: View, chart: ChartBlock): Sentence[] {
  const { messages } = view;
  const { subtitle, notes, source, table } = chart;
  const hasHidden = cellsIn(table).some(({ status }) => status === 'c');
  return [
    ...(subtitle.length === 0 ? [] : [subtitle]),
    ...notes,
    ...(hasHidden ? [[messages.travel.hiddenNote]] : []),
    ...(source.length === 0 ? [] : [source]),
    belonging(view, chart),
  ];
}

function pictureFile(view: View, chart: ChartBlock, path: string): PrintedFile {
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

/** Everything but the cells, as sentences. A chart of the record has no release, and the license of a release is not that of reports. */
function describeChart(view: View, { chart, page }: PlacedChart) {
  const { messages, program } = view;
  const { travel } = chart;
  const release = chart.ofRecord === undefined ? view.release : null;
  const { city, name } = release?.declaration ?? program;
  if (travel === null) throw new Error(`internal error: ${chart.id} has no ways to travel`);
  const licence = view.release === release ? (release?.declaration ?? program).licence : null;
  return {
    title: chart.title,
    program: [name],
    city: [city],
    release: release === null ? null : [release.release],
    invented: program.nature === 'invented' ? [messages.frame.inventedNotice] : null,
    table: chart.table.caption,
    notes: chart.notes,
    source: chart.source,
    quote: travel.quote,
    citation: travel.citation,
    page: { label: page.name, href: absoluteAddress(permanentAddress(view, chart, page.slug)) },
    licence: licence === null ? null : { label: licence.name, href: licence.url },
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
    release: sentences.release === null ? null : sentenceText(sentences.release),
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
