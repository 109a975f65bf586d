/** What was found, as `program.json` declares relations. */

import { valueAt } from '../../indexes/look-up.ts';
import { TOTAL } from '../../program/codelist.ts';
import type { Relation } from '../../program/program.ts';
import { IS_EQUALITY } from '../../system/relations.ts';
import type { Found } from './compare-level.ts';
import type { Series } from './series.ts';

type Term = Relation['left'][number];

/** A change of a stock is moved over: held now = held before + taken in, or taken in + held before <= held now. */
export function relationOf(
  { left, right, by }: Found,
  period: Relation['period'],
  number: number,
  sense: Relation['sense'] = 'equal',
): Relation {
  const [one, other] = IS_EQUALITY[sense] && right.isChange ? [right, left] : [left, right];
  return {
    id: `${one.measure.id}-and-${other.measure.id}-${number}`,
    why: '',
    sense,
    period,
    by: Object.fromEntries(by),
    left: [...termsOf(one, by), ...(other.isChange ? before(other, by) : [])],
    right: [...(one.isChange ? before(one, by) : []), ...termsOf(other, by)],
  };
}

function before(series: Series, by: Found['by']): Term[] {
  return termsOf(series, by).map((term) => ({ ...term, lag: 1 as const }));
}

/** A term for every combination of the codes that are added up. */
function termsOf({ measure, choices }: Series, by: Found['by']): Term[] {
  return choices.reduce<Term[]>(
    (terms, choice, at) => {
      const dimension = valueAt(measure.dimensions, at);
      if (choice === TOTAL || by.has(dimension)) return terms;
      const codes = typeof choice === 'string' ? [choice] : choice;
      return terms.flatMap((term) =>
        codes.map((code) => ({ ...term, codes: { ...term.codes, [dimension]: code } })),
      );
    },
    [{ measure: measure.id, codes: {} }],
  );
}
