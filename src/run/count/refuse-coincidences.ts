/** Counts that agree in every row are declared or rejected before anything is released (cube/coincidences). */
import type { Coincidence } from '../../cube/coincidences/find-coincidences.ts';
import { undeclaredCoincidences } from '../../cube/coincidences/undeclared.ts';
import { type Crossing, openCrossings } from '../../program/crossing-relations.ts';
import { crossingFix } from '../../program/crossing-words.ts';
import type { Program, Relation } from '../../program/program.ts';
import type { MeasureTallies } from '../../program/tally.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { ReleaseShape } from '../../system/shape.ts';

/** Listed at most: those that follow from them are gone when these are declared. */
const LISTED = 10;

/** Throws `RefusedError` that lists each as the JSON that declares it. */
export function refuseCoincidences(
  program: Program,
  shape: ReleaseShape,
  tallies: readonly MeasureTallies[],
): void {
  const found = undeclaredCoincidences(program, shape, tallies);
  if (found.length === 0) return;
  const rest = found.length > LISTED ? [`... and ${found.length - LISTED} more.`] : [];
  const crosses = openCrossings(program);
  const lines = found.slice(0, LISTED).flatMap((one, at) => {
    const before = [...program.relations, ...found.slice(0, at).map(({ relation }) => relation)];
    const [crossing] = before.flatMap((each) => crosses(each, one.relation) ?? []);
    return [...describe(one, program), ...(crossing === undefined ? [] : [onlyOne(crossing)])];
  });
  throw new RefusedError(
    'coincidence',
    [
      'Counts agree, or one is never more than another, wherever the tallies have both, and program.json does not say why. Whoever knows that they must takes published ones for hidden ones. For you alone, never to be published:',
      ...lines,
      ...rest,
      'If it must be so, put the JSON into "relations" of program.json, with the reason in "why". If it need not be so, put it into "notRelated", with the reason why it is an accident. Then try again. docs/program.md explains both.',
      ...listsToBegin(program),
    ].join('\n'),
  );
}

/** Where they go, for who has never written JSON. */
function listsToBegin({ relations, notRelated }: Program): string[] {
  const blank = Object.entries({ relations, notRelated }).filter(([, list]) => list.length === 0);
  return blank.map(
    ([name]) =>
      `There is no "${name}" yet: write the line "${name}": [ ... ], with the JSON for the dots, above the line that begins with "tables".`,
  );
}

const SENSES: Readonly<Record<Relation['sense'], string>> = { equal: '=', 'at-most': 'is never more than' };

function describe({ relation, rows }: Coincidence, program: Program): string[] {
  const by = Object.keys(relation.by).map((id) => `, for every ${labelOf(program.dimensions, id)}`);
  const { left, right, period, sense } = relation;
  return [
    `  In each ${period.replace('-', ' ')}${by.join('')}, ${sumOf(left, program)} ${SENSES[sense]} ${sumOf(right, program)} (${rows} rows):`,
    `    ${JSON.stringify(relation)}`,
    ...beside(relation, program),
  ];
}

/** Two that program.json may not both declare. */
function onlyOne(crossing: Crossing): string {
  return `    Beside "${crossing.one.id}" it would be refused in "relations". ${crossingFix(crossing)} The other goes into "notRelated".`;
}

/** Of few people two counts may be the same for years, though one of them is only "at most" the other. */
function beside({ sense, left, right }: Relation, { relations }: Program): string[] {
  const measures = (one: Pick<Relation, 'left' | 'right'>) =>
    [...new Set([...one.left, ...one.right].map(({ measure }) => measure))].sort().join(' ');
  const declared = relations.find(
    (one) => one.sense === 'at-most' && measures(one) === measures({ left, right }),
  );
  if (sense !== 'equal' || declared === undefined) return [];
  return [
    `    Relation "${declared.id}" says "at most" of these. If the larger can have somebody whom the smaller has not (an application that is refused), and just nobody was so far, it is an accident: "notRelated".`,
  ];
}

/** `"Cards issued" (Kind of card: New card) + ...` */
function sumOf(terms: Relation['left'], { measures, dimensions }: Program): string {
  return terms
    .map(({ measure, codes, lag }) => {
      const held = Object.entries(codes).map(([id, code]) => {
        const named = dimensions
          .find((dimension) => dimension.id === id)
          ?.codes.find((one) => one.code === code);
        return `${labelOf(dimensions, id)}: ${named?.label ?? code}`;
      });
      const within = held.length === 0 ? '' : ` (${held.join(', ')})`;
      return `"${labelOf(measures, measure)}"${within}${lag === undefined ? '' : ' of the period before'}`;
    })
    .join(' + ');
}

function labelOf(list: readonly { readonly id: string; readonly label: string }[], id: string): string {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`internal error: nothing is called "${id}"`);
  return found.label;
}
