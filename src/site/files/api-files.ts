/** What a release holds as static JSON for programs, the explorer among them (`formats/site/api-file.ts`). */

import { sealLine } from '../../formats/previous-file.ts';
import {
  type ApiCode,
  type ApiDimension,
  type ApiIndex,
  type ApiMeasure,
  type ApiMeasureFile,
  type ApiSplit,
  formatApi,
} from '../../formats/site/api-file.ts';
import { notedAt } from '../../formats/site/cells-file.ts';
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { type Codelist, leafSets } from '../../program/codelist.ts';
import type { Measure } from '../../program/program.ts';
import { codelistDimensions, cubeColumns, publishedMeasures } from '../../release/layout.ts';
import { signedInFull } from '../blocks/signatures.ts';
import { sourceSentence } from '../blocks/sources.ts';
import { addressAt, levelCodes } from '../blocks/table-grid.ts';
import { sentenceText } from '../figures/sentence.ts';
import { cellNote } from '../frame/travel.ts';
import { apiPath, cellsPath } from '../routes.ts';
import { codeLabel, dimensionLabel, type ReleaseView } from '../view.ts';
import type { PrintedFile } from './chart-files.ts';

export function apiFiles(view: ReleaseView): PrintedFile[] {
  const index = indexOf(view);
  const measures = index.measures.map((own) => {
    const file: ApiMeasureFile = { ...own, invented: index.invented };
    return { path: apiPath(view, `${own.measure}.json`), text: formatApi(file), printed: file };
  });
  return [{ path: apiPath(view, 'index.json'), text: formatApi(index), printed: index }, ...measures];
}

function indexOf(view: ReleaseView): ApiIndex {
  const { messages, program, release } = view;
  const { name, city, licence } = release.declaration;
  return {
    program: name,
    city,
    release: release.release,
    invented: program.nature === 'invented' ? messages.frame.inventedNotice : null,
    source: sentenceText(sourceSentence(view)),
    licence: { label: licence.name, href: licence.url },
    line: sealLine(release.seal),
    signed: signedInFull(view, release).map(sentenceText),
    measures: publishedMeasures(release).map((measure) => describeMeasure(view, measure)),
    dimensions: codelistDimensions(release.declaration).map((dimension) =>
      describeDimension(view, dimension),
    ),
  };
}

function describeMeasure(view: ReleaseView, measure: Measure): ApiMeasure {
  return {
    measure: measure.id,
    label: measure.label,
    unit: measure.unit,
    nature: measure.kind,
    columns: cubeColumns(measure),
    splits: splitsOf(view, measure),
    notes: notesOf(view, measure),
    href: cellsPath(view, measure.id),
  };
}

function describeDimension(view: ReleaseView, dimension: string): ApiDimension {
  const codelist = view.release.codelists.find((list) => list.dimension === dimension);
  const levels = [...new Set((codelist?.codes ?? []).map(({ level }) => level))];
  const codes = levels.flatMap((level) =>
    levelCodes(view, { levels: { [dimension]: level } }, dimension).map((code): ApiCode => {
      const span = codelist?.dimension === 'period' ? spanOf(codelist, code) : undefined;
      return { code, label: codeLabel(view, dimension, code), level, ...(span && { span }) };
    }),
  );
  const named = view.program.dimensions.find(({ id }) => id === dimension)?.levels;
  return { dimension, label: dimensionLabel(view, dimension), ...(named && { levels: named }), codes };
}

/** Periods without parts stand in a codelist in their order. */
function spanOf(periods: Codelist, code: string): [string, string] | undefined {
  const leaves = leafSets(periods).get(code);
  const own = periods.codes.filter((one) => leaves?.has(one.code));
  const [first, last] = [own[0], own.at(-1)];
  return own.length > 1 && first !== undefined && last !== undefined ? [first.code, last.code] : undefined;
}

/** What the declared tables give: each with the totals that come with it, the coarser first. */
function splitsOf(view: ReleaseView, measure: Measure): ApiSplit[] {
  const found = new Map<string, ApiSplit>();
  for (const { levels } of view.release.declaration.tables.filter((table) => table.measure === measure.id)) {
    const { period, ...others } = levels;
    if (period === undefined) continue;
    for (const part of partsOf(Object.entries(others))) {
      const split = { period, levels: Object.fromEntries(part) };
      if (hasCells(view, measure, split)) found.set(JSON.stringify(split), split);
    }
  }
  return [...found.values()].sort(
    (one, other) => Object.keys(one.levels).length - Object.keys(other.levels).length,
  );
}

/** Every choice of some of them, in their order, none and all among them. */
function partsOf<T>([first, ...others]: readonly T[]): T[][] {
  if (first === undefined) return [[]];
  const rest = partsOf(others);
  return [...rest, ...rest.map((part) => [first, ...part])];
}

function hasCells(view: ReleaseView, measure: Measure, { period, levels }: ApiSplit): boolean {
  const codes = Object.entries({ ...levels, period }).map(
    ([name, level]) => [name, levelCodes(view, { levels: { [name]: level } }, name)[0] ?? ''] as const,
  );
  return view.source.cells.has(addressAt(measure, new Map(codes)));
}

/** In the order of the file of cells, which has each note once. */
function notesOf(view: ReleaseView, { id }: Measure): string[] {
  const told = entryOf(view.release.cubes, id);
  const places = notedAt(entryOf(view.sealed.cubes, id), view.program.nature);
  return places.map((at) => cellNote(view, valueAt(told, at)));
}
