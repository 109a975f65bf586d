/**
 * The text of every file of a release before it is attacked (DESIGN section 5): cubes, tables, codelists,
 * changes, and the `datapackage.json` that describes them.
 */
import { type Change, formatChanges } from '../model/changes-file.ts';
import { formatCodelist } from '../model/codelist-file.ts';
import { formatCells } from '../model/cube-file.ts';
import { formatDatapackage } from '../model/datapackage-file.ts';
import type { ReleaseShape } from '../model/system.ts';
import { describeRelease } from './describe.ts';
import {
  CHANGES,
  codelistPath,
  cubeColumns,
  cubePath,
  DATAPACKAGE,
  publishedMeasures,
  tablePath,
} from './layout.ts';
import type { Release } from './release.ts';
import { formatTable } from './table-text.ts';

/** By path relative to the release folder. */
export type StagedFiles = ReadonlyMap<string, string>;

/** `cubes` hold, by measure, every cell in the order of the cube; `engine` names the program and its version. */
export function stageRelease(
  shape: ReleaseShape,
  cubes: Release['cubes'],
  changes: readonly Change[],
  engine: string,
): StagedFiles {
  const { declaration, codelists } = shape;
  const files = new Map<string, string>();
  for (const measure of publishedMeasures(shape)) {
    files.set(
      cubePath(measure.id),
      formatCells(cubeColumns(measure), cubes.get(measure.id) ?? [], declaration.nature),
    );
  }
  for (const { id } of declaration.tables) files.set(tablePath(id), formatTable(shape, cubes, id));
  for (const codelist of codelists) files.set(codelistPath(codelist.dimension), formatCodelist(codelist));
  files.set(CHANGES, formatChanges(changes));
  return new Map([...files, [DATAPACKAGE, formatDatapackage(describeRelease(shape, files, engine))]]);
}
