/** The files of a chart: a picture that travels alone, and its cells as JSON and CSV, in the reader's language. */
import { printPicture } from '../../charts/files/picture-file.tsx';
import { type Figure, plainNumber, printedNumber } from '../../figures/figure.ts';
import { formatApi } from '../../formats/site/api-file.ts';
import { type ChartCell, type ChartFile, formatChartCsv } from '../../formats/site/chart-file.ts';
import { isFigure, type Sentence, sentenceText } from '../figures/sentence.ts';
import type { CellProps, ChartBlock, TableBlock } from '../frame/page.ts';
import {
  cellNote,
  chartSlug,
  citationOf,
  type PlacedChart,
  permanentLink,
  quoteOf,
} from '../frame/travel.ts';
import { languageOf } from '../messages/messages.ts';
import { absoluteAddress, chartFilePath } from '../routes.ts';
import type { ReleaseView } from '../view.ts';

/** A file of the site with the texts that it prints, from which its manifest is made. */
export interface PrintedFile {
  readonly path: string;
  readonly text: string;
  readonly printed: unknown;
}

export function chartFiles(view: ReleaseView, placed: PlacedChart): PrintedFile[] {
  const slug = chartSlug(placed.chart);
  const rows = rowsOf(view, placed.chart.table);
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

interface FileRow {
  readonly cell: ChartCell;
  /** Its texts, with the figures that they hold. */
  readonly printed: unknown;
}

/** A row for every cell of the chart's table, whether it has a count or not, and for every figure that stands in place of one. */
function rowsOf(view: ReleaseView, { columns, rows }: TableBlock): FileRow[] {
  return rows.flatMap(({ heading, cells }) =>
    cells.flatMap((cell, at): FileRow[] => {
      const place = { row: sentenceText(heading), column: columns[at + 1] ?? '' };
      if (!('address' in cell)) return derivedRows(view, { place, heading, told: cell });
      if (!view.source.cells.has(cell.address)) return [];
      const found = { ...place, ...releasedCell(view, cell) };
      return [{ cell: found, printed: { ...found, row: heading } }];
    }),
  );
}

/**
 * One for each number that stands in place of a cell, the words that stand with it as its note: `702 to 820`, `about 500`. Where
 * there is no number, a day or `no records`, the words alone.
 */
function derivedRows(
  view: ReleaseView,
  {
    place,
    heading,
    told,
  }: {
    readonly place: Pick<ChartCell, 'row' | 'column'>;
    readonly heading: Sentence;
    readonly told: Sentence;
  },
): FileRow[] {
  const mark = cellNote(view, { status: '', note: '' });
  const rowOf = (said: Sentence, figure?: Figure): FileRow => {
    const note: Sentence = mark === '' || said.length === 0 ? [mark, ...said] : [mark, '. ', ...said];
    const cell = { ...place, cell: '', count: null, status: '', note: sentenceText(note) } as const;
    const derived = figure && { derived: plainNumber(figure.text, view.language) };
    return { cell: { ...cell, ...derived }, printed: { row: heading, column: place.column, note, figure } };
  };
  const numbers = told.filter(isFigure).filter(({ text }) => {
    const plain = plainNumber(text, view.language);
    return printedNumber(plain, view.language) === text;
  });
  return numbers.length === 0
    ? [rowOf(told)]
    : numbers.map((figure) => rowOf(told.length > 1 ? told : [], figure));
}

function releasedCell(view: ReleaseView, { address }: CellProps): Omit<ChartCell, 'row' | 'column'> {
  const { count = null, status = 'z', note = '' } = view.source.cells.get(address) ?? {};
  return { cell: address, count, status, note: cellNote(view, { status, note }) };
}
