/** Reads `program.json` and checks what a schema cannot: that names refer to something and sums can be taken. */

import { accept, type Checked, type Problem, refuse } from '../reading/problem.ts';
import { readWritten } from '../reading/written-json.ts';
import { untoldZeros } from './channel-zeros.ts';
import { codelistProblems, TOTAL } from './codelist.ts';
import { crossingFaults } from './crossing-words.ts';
import { docketProblems } from './docket-problems.ts';
import { lotProblems } from './lot-problems.ts';
import { periodMonths } from './period.ts';
import {
  type CellNote,
  dimensionCodelist,
  type Measure,
  type Program,
  programSchema,
  type Relation,
  type Table,
} from './program.ts';
import { docketNameFaults, type NameFault, nameFaults } from './program-names.ts';
import { retentionFaults } from './retention/retention-faults.ts';
import { withRules } from './rules.ts';
import { signerFaults } from './signer.ts';

/** Reads and checks `program.json`. `file` only names the place in problems. */
export function parseProgram(json: string, file: string): Checked<Program> {
  const written = readWritten(json, file, programSchema, 'docs/program.md lists the keys.');
  if (!written.ok) return written;
  const { value, place } = written.value;
  const taken = docketNameFaults(value);
  const program = taken.length > 0 ? value : withRules(value);
  const problems = [
    ...named(taken, file),
    ...docketProblems(value, file),
    ...lotProblems(value, file),
    ...programProblems(program, file),
  ];
  // Of names that are all known.
  const found = problems.length > 0 ? problems : named(crossingFaults(program), file);
  return found.length > 0 ? refuse(found.map(place)) : accept(program);
}

function named(faults: readonly NameFault[], file: string): Problem[] {
  return faults.map(([column, code, message, fix]) => ({ file, line: 0, column, code, message, fix }));
}

function programProblems(program: Program, file: string): Problem[] {
  const at = (column: string, faults: readonly Fault[]): Problem[] =>
    named(
      faults.map((fault) => [column, ...fault]),
      file,
    );
  return [
    ...named(nameFaults(program), file),
    ...program.dimensions.flatMap((dimension) => codelistProblems(dimensionCodelist(dimension), file)),
    ...program.dimensions.flatMap((dimension) => at(`dimensions.${dimension.id}`, levelFaults(dimension))),
    ...at('period', periodProblems(program)),
    ...program.measures.flatMap((measure) => at(`measures.${measure.id}`, measureProblems(program, measure))),
    ...program.tables.flatMap((table) => at(`tables.${table.id}`, tableProblems(program, table))),
    ...Object.entries({ relations: program.relations, notRelated: program.notRelated }).flatMap(
      ([key, list]) =>
        list.flatMap((relation) => at(`${key}.${relation.id}`, relationProblems(program, relation))),
    ),
    ...at('channels', channelFaults(program)),
    ...at('records', retentionFaults(program)),
    ...at('signers', signerFaults(program.signers)),
    ...program.notes.flatMap((note, index) => at(`notes.${index}`, noteProblems(program, note))),
  ];
}

/** A name for a level at which no code stands names nothing. */
function levelFaults({ id, codes, levels = {} }: Program['dimensions'][number]): Fault[] {
  const known = new Set(codes.map(({ level }) => level ?? id));
  return Object.keys(levels)
    .filter((level) => !known.has(level))
    .map((level) => [
      'level',
      `"levels" names "${level}", but no code stands at that level.`,
      'Use the "level" of a code, or take the name out.',
    ]);
}

type Fault = readonly [code: string, message: string, fix: string];

function periodProblems({ measures, period }: Program): Fault[] {
  if (measures.length > 0 && period === undefined)
    return [['no-period', 'The program has measures but no periods.', 'Declare "period".']];
  const levels = period?.levels ?? [];
  if (
    levels.includes('fiscal-year') &&
    levels.includes('quarter') &&
    (period?.fiscalYearStartMonth ?? 1) % 3 !== 1
  )
    return [
      [
        'period-levels',
        'Fiscal years start in the middle of a quarter, so quarters do not add up to them.',
        'Take "quarter" or "fiscal-year" out of the levels.',
      ],
    ];
  return undividedYears(period);
}

/** Years of both kinds that overlap, with nothing that divides both. */
function undividedYears(period: Program['period']): Fault[] {
  const levels = period?.levels ?? [];
  if (
    levels.includes('fiscal-year') &&
    levels.includes('half-year') &&
    (period?.fiscalYearStartMonth ?? 1) % 6 !== 1 &&
    !levels.includes('month') &&
    !levels.includes('quarter')
  )
    return [
      [
        'period-levels',
        'Fiscal years start in the middle of a half-year, and no level divides both.',
        'Add "quarter" or "month" to the levels.',
      ],
    ];
  const fiscalAlone =
    levels.includes('fiscal-year') &&
    levels.includes('year') &&
    !levels.includes('month') &&
    !levels.includes('quarter') &&
    !levels.includes('half-year');
  return fiscalAlone
    ? [
        [
          'period-levels',
          'Calendar and fiscal years overlap, and no level divides both.',
          'Add "quarter" or "month" to the levels.',
        ],
      ]
    : [];
}

function measureProblems({ dimensions }: Program, measure: Measure): Fault[] {
  return measure.dimensions
    .filter((dimension) => !dimensions.some(({ id }) => id === dimension))
    .map((dimension) => [
      'unknown-dimension',
      `The measure names dimension "${dimension}", which is not declared.`,
      'Declare it under "dimensions".',
    ]);
}

function channelFaults(program: Program): Fault[] {
  return untoldZeros(program).map(([relation, measure]) => [
    'untold-zero',
    `The relation "${relation}" speaks of channels of "${measure}", some of which are zero by what "channels" says, and no table tells "${measure}" by channel in such periods.`,
    'Add a table by channel, or take the relation out.',
  ]);
}

function noteProblems({ dimensions, period }: Program, { at }: CellNote): Fault[] {
  return Object.entries(at).flatMap(([dimension, codes]): Fault[] => {
    const declared = dimensions.find(({ id }) => id === dimension)?.codes.map(({ code }) => code);
    if (declared === undefined && dimension !== 'period') {
      return [
        [
          'unknown-dimension',
          `The note names dimension "${dimension}", which is not declared.`,
          'Correct its spelling.',
        ],
      ];
    }
    const isPeriod = (code: string) => periodMonths(code, period?.fiscalYearStartMonth ?? 1) !== undefined;
    return codes
      .filter((code) => code !== TOTAL && !(declared?.includes(code) ?? isPeriod(code)))
      .map((code) => [
        'unknown-code',
        `The note names code "${code}" of "${dimension}", which is not declared.`,
        'Correct its spelling.',
      ]);
  });
}

function tableProblems(program: Program, table: Table): Fault[] {
  const measure = program.measures.find(({ id }) => id === table.measure);
  if (measure === undefined)
    return [
      [
        'unknown-measure',
        `The table names measure "${table.measure}", which is not declared.`,
        'Declare it under "measures".',
      ],
    ];
  const dimensions = Object.keys(table.levels);
  if (dimensions.length === 0)
    return [['no-dimension', 'The table names no dimension.', 'Name at least one level under "levels".']];
  if (!dimensions.includes('period'))
    return [
      [
        'table-without-period',
        'The table has no period, so its counts would change with every release, and two releases would tell what came in between.',
        'Add "period" to its levels.',
      ],
    ];
  return Object.entries(table.levels).flatMap(([dimension, level]) =>
    levelFault(program, measure, dimension, level),
  );
}

function levelFault(program: Program, measure: Measure, dimension: string, level: string): Fault[] {
  if (dimension !== 'period' && !measure.dimensions.includes(dimension)) {
    return [
      [
        'unknown-dimension',
        `Measure "${measure.id}" has no dimension "${dimension}".`,
        'Add it to the measure or take it out of the table.',
      ],
    ];
  }
  const declared = program.dimensions.find(({ id }) => id === dimension);
  const levels: readonly string[] =
    dimension === 'period'
      ? (program.period?.levels ?? [])
      : (declared?.codes.map((code) => code.level ?? dimension) ?? []);
  return levels.includes(level)
    ? []
    : [
        [
          'unknown-level',
          `Dimension "${dimension}" has no level "${level}".`,
          `Use one of: ${[...new Set(levels)].join(', ')}.`,
        ],
      ];
}

function relationProblems(program: Program, { left, right }: Relation): Fault[] {
  return [...left, ...right].flatMap(({ measure, codes }): Fault[] => {
    const declared = program.measures.find(({ id }) => id === measure);
    if (declared === undefined)
      return [
        [
          'unknown-measure',
          `The relation names measure "${measure}", which is not declared.`,
          'Declare it under "measures".',
        ],
      ];
    return Object.entries(codes)
      .filter(
        ([dimension, code]) =>
          !program.dimensions.find(({ id }) => id === dimension)?.codes.some((other) => other.code === code),
      )
      .map(
        ([dimension, code]) =>
          [
            'unknown-code',
            `The relation names code "${code}" of "${dimension}", which is not declared.`,
            'Correct the code.',
          ] as const,
      );
  });
}
