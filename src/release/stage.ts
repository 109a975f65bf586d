/**
 * The text of every file of a release before it is attacked (docs/formats.md): cubes, tables, codelists,
 * changes, and the `datapackage.json` that describes them.
 */

import { type Change, formatChanges } from '../formats/changes-file.ts';
import { formatCodelist } from '../formats/codelist-file.ts';
import { formatCells, formOf } from '../formats/cube-file.ts';
import { formatDatapackage } from '../formats/datapackage-file.ts';
import { formatDocket, formatEvents } from '../formats/docket-file.ts';
import { formatPrevious, type Link } from '../formats/previous-file.ts';
import { formatZeros } from '../formats/zeros-file.ts';
import { listsRequests, RECEIVED } from '../program/docket-plan.ts';
import type { ReleaseShape } from '../system/shape.ts';
import { BALANCE_COLUMNS } from './balance.ts';
import {
  BALANCE,
  CHANGES,
  codelistPath,
  cubeColumns,
  cubePath,
  DATAPACKAGE,
  DOCKET,
  EVENTS,
  PREVIOUS,
  publishedMeasures,
  tablePath,
  ZEROS,
} from './layout.ts';
import { describeRelease } from './package/describe.ts';
import type { Release, ReleasedRequests } from './release.ts';
import { formatTable } from './table-text.ts';

/** By path relative to the release folder. */
export type StagedFiles = ReadonlyMap<string, string>;

/**
 * `cubes` hold, by measure, every cell in the order of the cube; `engine` names the program and its version; `previous` is
 * the release before, null for a first one.
 */
export function stageRelease(
  shape: ReleaseShape,
  cubes: Release['cubes'],
  requests: ReleasedRequests | null,
  changes: readonly Change[],
  engine: string,
  previous: Link | null,
): StagedFiles {
  const { declaration, codelists } = shape;
  const files = new Map<string, string>();
  for (const measure of publishedMeasures(shape)) {
    files.set(
      cubePath(measure.id),
      formatCells(cubeColumns(measure), cubes.get(measure.id) ?? [], formOf(declaration, measure.id)),
    );
  }
  for (const { id } of declaration.tables) files.set(tablePath(id), formatTable(shape, cubes, id));
  for (const codelist of codelists) files.set(codelistPath(codelist.dimension), formatCodelist(codelist));
  if (requests !== null) {
    const { docket, events, zeros, balance } = requests;
    const isListed = listsRequests(declaration);
    if (isListed) files.set(DOCKET, formatDocket(docket, declaration.nature));
    if (isListed) files.set(EVENTS, formatEvents(events, declaration.nature));
    files.set(BALANCE, formatCells(BALANCE_COLUMNS, balance, formOf(declaration, RECEIVED)));
    if (isListed) files.set(ZEROS, formatZeros(zeros, declaration.nature));
  }
  files.set(CHANGES, formatChanges(changes));
  files.set(DATAPACKAGE, formatDatapackage(describeRelease(shape, files, engine)));
  if (previous !== null) files.set(PREVIOUS, formatPrevious(previous));
  return files;
}
