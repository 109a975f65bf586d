/** What figures that are on the record now tell the attack, and which cells they may speak of. */
import { join } from 'node:path';
import type { RecordBound } from '../../formats/record-bound.ts';
import type { CellSpace } from '../../record/cell-key.ts';
import { readRecord } from '../../record/read-record.ts';
import { cellBounds } from '../../record/record-bounds.ts';
import type { Release } from '../../release/release.ts';
import { orRefuse } from '../read-program.ts';

/** `folder` is the program's. */
export async function readBounds(folder: string, program: CellSpace): Promise<RecordBound[]> {
  const record = await readRecord({ folder: join(folder, 'record'), program });
  return cellBounds(orRefuse(record, 'The record has faults. Mend them, then try again.'));
}

/** The cells that a release declares, where `program.json` is not at hand. */
export function cellSpaceOf({ declaration, codelists }: Release): CellSpace {
  const { period, measures } = declaration;
  const dimensions = declaration.dimensions.map(({ id, label, sensitive }) => ({
    id,
    label,
    sensitive,
    codes: [...(codelists.find(({ dimension }) => dimension === id)?.codes ?? [])],
  }));
  return { period, measures, dimensions };
}
