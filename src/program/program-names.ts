/** Names in `program.json`: each given once, none that release files need for themselves, all known where used. */
import { isOfRequests } from './docket-plan.ts';
import type { Measure, Program, Relation } from './program.ts';

/** Place in `program.json`, and what is wrong there. */
export type NameFault = readonly [column: string, code: string, message: string, fix: string];

/** Columns of tally and release files. */
const RESERVED: readonly string[] = ['period', 'count', 'people', 'status', 'note'];

export function nameFaults(program: Program): NameFault[] {
  const { dimensions, measures, tables, relations, notRelated, signers } = program;
  return [
    ...Object.entries({ dimensions, measures, tables, relations, notRelated, signers }).flatMap(
      ([key, list]) => repeated(key, list),
    ),
    ...dimensions.filter(({ id }) => RESERVED.includes(id)).map(({ id }) => reserved(id)),
    ...measures.flatMap((measure) =>
      repeated(
        `measures.${measure.id}`,
        measure.dimensions.map((id) => ({ id })),
      ),
    ),
    ...Object.entries({ relations, notRelated }).flatMap(([key, list]) =>
      list.flatMap((relation) => scopeFaults(program, relation, `${key}.${relation.id}`)),
    ),
  ];
}

function repeated(column: string, list: readonly { readonly id: string }[]): NameFault[] {
  const ids = list.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return twice.map((id) => [
    column,
    'duplicate-name',
    `"${id}" stands there twice.`,
    'Give each a name of its own.',
  ]);
}

/** Of a program as it is written: the docket brings its own dimensions along, which stand in no `program.json`. */
export function docketNameFaults({ dimensions, docket }: Program): NameFault[] {
  if (docket === undefined) return [];
  return dimensions.filter(({ id }) => isOfRequests(id)).map(({ id }) => ofRequests(id));
}

function ofRequests(id: string): NameFault {
  return [
    `dimensions.${id}`,
    'duplicate-name',
    `Legal requests are counted by a dimension "${id}" of their own, which "docket" brings along, so no other can be called so.`,
    `Give yours another id, such as "card-${id}", wherever it is named. The column of the tally is found by its label, too.`,
  ];
}

function reserved(id: string): NameFault {
  return [
    `dimensions.${id}`,
    'reserved-name',
    `"${id}" is a column that every file has.`,
    'Give the dimension another name.',
  ];
}

/** Where a relation is said to hold: at a level of periods, and for dimensions that all its measures have. */
function scopeFaults(
  { period, dimensions, measures }: Program,
  relation: Relation,
  column: string,
): NameFault[] {
  const terms = [...relation.left, ...relation.right];
  const levels: readonly string[] = period?.levels ?? [];
  const noPeriod: NameFault[] = levels.includes(relation.period)
    ? []
    : [
        [
          column,
          'unknown-level',
          `The program has no periods of level "${relation.period}".`,
          `Use one of: ${levels.join(', ')}.`,
        ],
      ];
  const noLevel = Object.entries(relation.by).flatMap(([dimension, level]): NameFault[] => {
    const codes = dimensions.find(({ id }) => id === dimension)?.codes ?? [];
    if (codes.some((code) => (code.level ?? dimension) === level)) return [];
    return [
      [
        column,
        'unknown-level',
        `Dimension "${dimension}" has no level "${level}".`,
        'Correct the names under "by".',
      ],
    ];
  });
  const used = terms.flatMap(({ measure, codes }) => {
    const declared = measures.find(({ id }) => id === measure);
    const names = [...Object.keys(relation.by), ...Object.keys(codes)];
    return declared === undefined
      ? []
      : names
          .filter((name) => !declared.dimensions.includes(name))
          .map((name) => lacks(column, declared, name));
  });
  return [...noPeriod, ...noLevel, ...used];
}

function lacks(column: string, { id }: Measure, dimension: string): NameFault {
  const message = `Measure "${id}" has no dimension "${dimension}", by which the relation speaks of it.`;
  return [column, 'unknown-dimension', message, 'Add it to the measure, or take it out of the relation.'];
}
