/** From tallies to the coincidences that `program.json` neither declares nor rejects. Confidential. */

import { cellNotes } from '../../program/channel-zeros.ts';
import { codesOfLevel } from '../../program/codelist.ts';
import { openCrossings } from '../../program/crossing-relations.ts';
import { countsRequests } from '../../program/docket-plan.ts';
import type { Program, Relation } from '../../program/program.ts';
import type { MeasureTallies } from '../../program/tally.ts';
import { measureCodelists, type ReleaseShape } from '../../system/shape.ts';
import { openCounter } from '../count-cells.ts';
import { type Coincidence, findCoincidences } from './find-coincidences.ts';
import { seriesOf } from './series.ts';

const FROM_FINE: readonly Relation['period'][] = ['month', 'quarter', 'half-year', 'year', 'fiscal-year'];

/** What legal requests count follows from the docket and is declared with it. */
export function undeclaredCoincidences(
  program: Program,
  { codelists }: ReleaseShape,
  tallies: readonly MeasureTallies[],
): Coincidence[] {
  const measures = program.measures.filter(({ id }) => !countsRequests(id));
  const notes = cellNotes(program, codelists);
  const counters = measures.map((measure) => {
    const lists = measureCodelists(measure, codelists);
    return {
      measure,
      lists,
      countOf: openCounter(tallies, { measure, codelists: lists, notes }, []),
    };
  });
  const levels = FROM_FINE.filter((level) => program.period?.levels.includes(level)).map((level) => ({
    level,
    codelists,
    measures: counters.map(({ measure, lists, countOf }) => ({
      measure,
      series: seriesOf(measure, lists.slice(1), codesOfLevel(codelists, 'period', level), countOf),
    })),
  }));
  const isTallied = ({ left, right }: Relation) =>
    ![...left, ...right].some(({ measure }) => countsRequests(measure));
  return findCoincidences(levels, {
    declared: program.relations.filter(isTallied),
    rejected: program.notRelated.filter(isTallied),
    crosses: openCrossings(program),
  });
}
