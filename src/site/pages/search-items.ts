/** What a program has besides pages that a reader may look for by a name or a code: tables, counts, areas, releases, files. */
import { cubePath, publishedMeasures, tablePath } from '../../release/layout.ts';
import { AREA } from '../dimensions.ts';
import { periodSentence, qualifiedFigure } from '../figures/record-sentence.ts';
import type { Sentence } from '../figures/sentence.ts';
import { fileLink, pagePath, recordFilePath, releasePath } from '../routes.ts';
import { codeLabel, type ReleaseView, type View } from '../view.ts';
import { briefingSlug } from './briefing.ts';
import { fileTitle, releaseFiles } from './data.ts';
import { RECORD_SLUG } from './record/slug.ts';
import { pageOfTable } from './tables.ts';

/** Where each table stands, and its file. */
export function tableItems(view: ReleaseView): Sentence[] {
  return view.release.declaration.tables.map((table) => {
    const page = pageOfTable(table);
    const href =
      page === undefined ? `${pagePath(view, 'explore')}#tables` : `${pagePath(view, page)}#${table.id}`;
    const path = tablePath(table.id);
    return [{ href, label: table.title }, view.messages.marks.colon, fileLink(view, path, path)];
  });
}

/** What is counted, and the file with every cell of it. */
export function measureItems(view: ReleaseView): Sentence[] {
  return publishedMeasures(view.release).map(({ id, label }) => {
    const path = cubePath(id);
    return [
      { href: `${pagePath(view, 'cite')}#dictionary`, label },
      view.messages.marks.colon,
      fileLink(view, path, path),
    ];
  });
}

/** Areas without a page of their own: the table that counts by them. `slugs` are those of the program's pages. */
export function areaItems(view: ReleaseView, slugs: ReadonlySet<string>): Sentence[] {
  const { release, messages } = view;
  const { marks } = messages;
  const areas = release.codelists.find(({ dimension }) => dimension === AREA)?.codes ?? [];
  return areas.flatMap(({ code, level }): Sentence[] => {
    const table = release.declaration.tables.find(({ levels }) => levels[AREA] === level);
    if (table === undefined || slugs.has(briefingSlug(code))) return [];
    const href = `${pagePath(view, 'areas')}#${table.id}`;
    return [[{ href, label: codeLabel(view, AREA, code) }, marks.open, code, marks.close]];
  });
}

export function releaseItems(view: ReleaseView): Sentence[] {
  return view.releases
    .toReversed()
    .map(({ release }) => [{ href: releasePath(view, release), label: release }]);
}

/** The files of the release that hold no single table and no single count. */
export function fileItems(view: ReleaseView): Sentence[] {
  const { messages, release } = view;
  const listed = new Set([
    ...publishedMeasures(release).map(({ id }) => cubePath(id)),
    ...release.declaration.tables.map(({ id }) => tablePath(id)),
  ]);
  return releaseFiles(release)
    .filter((path) => !listed.has(path))
    .map((path) => [fileLink(view, path, path), messages.marks.colon, fileTitle(view, path)]);
}

/** What others published: every figure of one name in one entry, each with its period. */
export function recordFigureItems(view: View): Sentence[] {
  const { marks } = view.messages;
  const { withUnit } = view.messages.words;
  const named = Map.groupBy(view.record.figures, ({ figure }) => figure);
  return [...named].map(([label, figures]) => [
    { href: `${pagePath(view, RECORD_SLUG)}#${firstOf(figures).id}`, label },
    ...figures.flatMap(
      (figure, at): Sentence => [
        at === 0 ? marks.colon : marks.comma,
        ...withUnit({ figure: qualifiedFigure(view, figure), unit: figure.unit }),
        marks.open,
        ...periodSentence(view, figure.period),
        marks.close,
      ],
    ),
  ]);
}

/** The files of the record that hold something. */
export function recordItems({ program, record }: View): Sentence[] {
  return Object.entries(record).flatMap(([name, rows]): Sentence[] => {
    const file = `${name}.csv`;
    return rows.length === 0 ? [] : [[{ href: recordFilePath(program.id, file), label: `record/${file}` }]];
  });
}

function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('internal error: a name without a figure');
  return first;
}
