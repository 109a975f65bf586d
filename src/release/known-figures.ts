/** Whether the figures on the record that releases knew speak of cells. */
import { join } from 'node:path';
import { valueAt } from '../indexes/look-up.ts';
import { type Codelist, TOTAL } from '../program/codelist.ts';
import type { Problem } from '../reading/problem.ts';
import type { ReleaseShape } from '../system/shape.ts';
import { spanOf } from '../system/wider-periods.ts';
import { AUDIT } from './layout.ts';
import type { Release } from './release.ts';

/** `releases`: all of a program up to some release, oldest first; `folder` holds theirs. A figure outlives the code that it names. */
export function knownFigureProblems(
  folder: string,
  releases: readonly (ReleaseShape & Pick<Release, 'audit'>)[],
): Problem[] {
  return releases.flatMap(({ release, audit }, at) => {
    const figures = typeof audit?.recordFigures === 'object' ? audit.recordFigures : [];
    const strange = figures.findIndex(
      ({ cell }) => !releases.slice(0, at + 1).some((shape) => declaresCell(shape, cell)),
    );
    return strange < 0 ? [] : [strangeFigure(join(folder, release, AUDIT), strange)];
  });
}

/** Whether `measure|period|code|...` has codes of the release; its period may be any, of later years too. */
function declaresCell({ declaration, codelists }: ReleaseShape, cell: string): boolean {
  const [id, period = '', ...codes] = cell.split('|');
  const measure = declaration.measures.find((one) => one.id === id);
  if (measure === undefined || declaration.period === undefined) return false;
  return (
    spanOf(period, declaration.period) !== undefined &&
    codes.length === measure.dimensions.length &&
    measure.dimensions.every((dimension, at) => {
      const codelist = codelists.find((one) => one.dimension === dimension);
      return codelist !== undefined && hasCode(codelist, valueAt(codes, at));
    })
  );
}

function hasCode({ codes }: Codelist, code: string): boolean {
  return code === TOTAL || codes.some((known) => known.code === code);
}

function strangeFigure(file: string, at: number): Problem {
  return {
    file,
    line: 0,
    column: `recordFigures.${at}.cell`,
    code: 'unknown-cell',
    message: 'A figure on the record names a cell that no release up to this one declares.',
    fix: 'Take the release again; released files are never edited.',
  };
}
