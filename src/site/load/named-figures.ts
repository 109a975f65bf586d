/** Figures on the record that `program.json` names for pages: all of them must stand there, and belong together. */

import type { Program } from '../../program/program.ts';
import type { Problem } from '../../reading/problem.ts';
import type { PublicRecord, RecordedFigure } from '../../record/record.ts';

type Named = readonly [column: string, ids: readonly string[]];

/** `file` is the `program.json`. */
export function namedProblems(
  { keptShare, series }: Pick<Program, 'keptShare' | 'series'>,
  { figures }: Pick<PublicRecord, 'figures'>,
  file: string,
): Problem[] {
  const share: Named[] =
    keptShare === undefined ? [] : [['keptShare', [keptShare.all, keptShare.kept, keptShare.notKept]]];
  const named = [...share, ...series.map(({ id, figures: ids }): Named => [`series.${id}`, ids])];
  return named.flatMap(([column, ids]) => {
    const unknown = ids.filter((id) => !figures.some((figure) => figure.id === id));
    const units = new Set(figures.filter(({ id }) => ids.includes(id)).map(({ unit }) => unit));
    return [
      ...unknown.map((id) =>
        problem(
          column,
          'unknown-figure',
          `The record has no figure "${id}".`,
          'Name a figure by its id in record/figures.csv.',
        ),
      ),
      ...(units.size > 1
        ? [
            problem(
              column,
              'figure-units',
              'The figures have different units.',
              'Name figures of one unit alone.',
            ),
          ]
        : []),
    ];
  });

  function problem(column: string, code: string, message: string, fix: string): Problem {
    return { file, line: 0, column, code, message, fix };
  }
}

/** A figure on the record by its id; one that is not there is our own bug, since the program was refused without it. */
export function figureNamed({ figures }: Pick<PublicRecord, 'figures'>, id: string): RecordedFigure {
  const found = figures.find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`internal error: the record has no figure "${id}"`);
  return found;
}
