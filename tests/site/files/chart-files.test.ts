// Every chart that ships, and its files: whatever number the picture says, a row of the file has, and no file is empty.
import { expect, test } from 'vitest';
import { plainNumber } from '../../../src/figures/figure.ts';
import { type ChartFile, parseChartCsv } from '../../../src/formats/site/chart-file.ts';
import { isFigure, sentenceText } from '../../../src/site/figures/sentence.ts';
import { chartFiles } from '../../../src/site/files/chart-files.ts';
import { embedDocument } from '../../../src/site/frame/embed.ts';
import { chartSlug, chartsOn, type PlacedChart, withTravel } from '../../../src/site/frame/travel.ts';
import { readPrograms } from '../../../src/site/load/load.ts';
import { programPages } from '../../../src/site/pages/program-pages.ts';
import { type View, viewOf } from '../../../src/site/view.ts';

/** Of every release while it was the latest, and of what is on the record, in English and in a language whose numbers look otherwise. */
const charts = (await readPrograms('data')).flatMap((program) =>
  [...program.releases.slice(0, -1).map(({ release }) => release), undefined].flatMap((release) =>
    program.program.languages
      .filter((language) => ['en', 'pl'].includes(language))
      .flatMap((language) => chartsOf({ ...viewOf(program, language, release), frozen: false })),
  ),
);

function chartsOf(view: View) {
  return chartsOn(withTravel(view, programPages(view))).map((placed) => {
    const [svg, json, csv] = chartFiles(view, placed).map(({ text }) => text);
    const rows = parseChartCsv(csv ?? '', 'chart.csv');
    if (!rows.ok) throw new Error(JSON.stringify(rows.problems));
    const { language, program, release } = view;
    const name = `${program.id} ${release?.release ?? 'record'} ${language} ${chartSlug(placed.chart)}`;
    return { name, view, placed, language, svg, rows: rows.value, json: JSON.parse(json ?? '') as ChartFile };
  });
}

/** What its marks print as counts, in plain digits: names of periods are quiet, and ticks are of the scale. */
function drawnNumbers({ chart }: PlacedChart, language: string): string[] {
  const figures = chart.drawing.plans
    .flatMap(({ marks }) => marks)
    .flatMap((mark) => {
      if (mark.kind === 'figure')
        return mark.isQuiet === true ? [] : [mark.figure, ...(mark.to ? [mark.to] : [])];
      return 'says' in mark ? (mark.says ?? []).filter((part) => typeof part !== 'string') : [];
    });
  return [...new Set(figures.map(({ text }) => plainNumber(text, language)))];
}

test('chartFiles of every shipped chart has a row for every number that its picture says', () => {
  const faults = charts.flatMap(({ name, placed, language, rows, json }) => {
    const told = new Set(rows.map(({ value }) => value));
    const missing = drawnNumbers(placed, language).filter((number) => !told.has(number));
    return [
      ...(rows.length === 0 ? [`${name}: no rows`] : []),
      ...(rows.length === json.cells.length ? [] : [`${name}: CSV and JSON differ`]),
      ...missing.map((number) => `${name}: ${number}`),
    ];
  });
  expect(charts.length).toBeGreaterThan(40);
  expect(faults).toEqual([]);
});

test('chartFiles of the requests by outcome adds up to the squares that are drawn, and says which a judge signed', () => {
  const own = charts.filter(({ placed }) => placed.chart.id === 'chart-outcome');
  expect(own.length).toBeGreaterThan(1);
  for (const { placed, rows } of own) {
    const [all, signed, unsigned] = placed.chart.table.columns
      .slice(1)
      .map((column) =>
        rows.filter((row) => row.column === column).reduce((sum, { value }) => sum + Number(value), 0),
      );
    const squares = placed.chart.drawing.plans.map(
      ({ marks }) => marks.filter((mark) => mark.kind === 'rect' && mark.says !== undefined).length,
    );
    expect(squares).toEqual([all, all]);
    const judged = placed.chart.drawing.plans[0]?.marks.filter(
      (mark) => mark.kind === 'rect' && mark.says !== undefined && mark.style === 'bar sa',
    );
    expect(signed).toBe(judged?.length);
    expect((signed ?? 0) + (unsigned ?? 0)).toBeLessThan(all ?? 0);
  }
});

test('chartFiles of what is left by the rules has low and high where they differ', () => {
  const [own] = charts.filter(({ name }) => name === 'example-city 2025-Q1 en destruction');
  const ends = own?.rows.filter(({ note }) => note.includes('410 to 490')).map(({ value }) => value);
  expect(ends?.slice(0, 2)).toEqual(['410', '490']);
  expect(own?.rows.every(({ cell }) => cell === '')).toBe(true);
});

test('notes of every shipped chart count the hidden cells of its file: cells, and the totals beside them', () => {
  const isHiding = ({ rows }: (typeof charts)[number]) => rows.some(({ status }) => status === 'c');
  const counted = charts.filter(isHiding).map(({ name, placed, language, rows }) => {
    const told = placed.chart.notes
      .flatMap((note) => note.filter(isFigure))
      .filter(({ origin }) => origin.kind === 'cells' && origin.formula === 'withheld')
      .reduce((sum, { text }) => sum + Number(plainNumber(text, language)), 0);
    return { name, told, hidden: rows.filter(({ status }) => status === 'c').length };
  });
  expect(counted.filter(({ told, hidden }) => told > 0 && told !== hidden)).toEqual([]);
  expect(counted.filter(({ told }) => told > 0).length).toBeGreaterThan(10);
});

/** A chart of what others reported: every figure of its table is one of the record. */
const ofRecord = charts.filter(({ placed }) => {
  const figures = placed.chart.table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => ('address' in cell ? [cell.figure] : cell.filter(isFigure))),
  );
  return figures.length > 0 && figures.every((figure) => figure?.origin.kind === 'record');
});

test('chartFiles of what others reported: cited by its source, and no release is named anywhere', () => {
  const names = ofRecord.map(({ name }) => name).filter((name) => name.includes(' en '));
  expect(names).toEqual(
    expect.arrayContaining([
      expect.stringContaining('mmr-cards'),
      expect.stringContaining('mmr-applications'),
      'chicago-citykey record en kept-share',
    ]),
  );
  for (const { view, placed, json, svg } of ofRecord) {
    const { chart, page } = placed;
    const { travel } = chart;
    const sources = view.record.figures.map(({ sourceTitle }) => sourceTitle);
    const said = [travel?.citation, travel?.quote].map((sentence) => sentenceText(sentence ?? []));
    for (const text of said) expect(sources.some((source) => text.includes(source))).toBe(true);
    expect(json.release).toBeNull();
    const frame = embedDocument(view, { chart, page });
    const told = JSON.stringify([travel, json.page, json.quote, json.citation, svg, frame]);
    for (const { release } of view.releases) expect(told).not.toContain(release);
    expect(travel?.files).toHaveLength(4);
  }
});

test('chartFiles of what others reported has a row a figure: number, unit and period in columns of their own', () => {
  for (const { name, placed, rows } of ofRecord) {
    expect(rows.map(({ row }) => row)).toEqual(
      placed.chart.table.rows.map(({ heading }) => sentenceText(heading)),
    );
    for (const { value, period, unit } of rows) {
      expect(value, name).toMatch(/^\d+(?:\.\d+)?%?$/);
      expect(period, name).not.toBe('');
      expect(unit === '', name).toBe(value.endsWith('%'));
    }
  }
});

test('chartFiles of a release says the unit and the period of every cell of a measure', () => {
  const cells = charts.flatMap(({ rows, view, name }) => {
    const measures = new Set<string>(view.release?.declaration.measures.map(({ id }) => id));
    return rows.filter(({ cell }) => measures.has(cell.split('|')[0] ?? '')).map((row) => ({ name, ...row }));
  });
  expect(cells.length).toBeGreaterThan(1000);
  expect(cells.filter(({ unit, period }) => unit === '' || period === '')).toEqual([]);
});
