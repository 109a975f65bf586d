/** What is wrong with what `program.json` says of lots, by which a secret draws what to withhold (docs/method.md, section 5). */
import type { Problem } from '../reading/problem.ts';
import type { Measure, Program } from './program.ts';

type Fault = readonly [code: string, message: string, fix: string];

/** Before what a docket counts is added: each of its requests stands for itself. */
export function lotProblems(program: Program, file: string): Problem[] {
  const at = (column: string, faults: readonly Fault[]): Problem[] =>
    faults.map(([code, message, fix]) => ({ file, line: 0, column, code, message, fix }));
  return [
    ...at('decoyShare', decoyFaults(program)),
    ...program.measures.flatMap((measure) => at(`measures.${measure.id}`, actsFaults(program, measure))),
  ];
}

/** Where counts of people are a secret, lots must hide some that need not be. */
function decoyFaults({ tallies, decoyShare }: Program): Fault[] {
  if (tallies !== 'confidential' || decoyShare > 0) return [];
  return [
    [
      'no-decoys',
      'The tallies are confidential and count people, but no decoys are to be drawn. Then every hidden count hides something, and who runs the method again on every tally that fits can tell some for certain.',
      'Take "decoyShare" out, or choose one from docs/program.md.',
    ],
  ];
}

/** Decoys are drawn where few people are expected, and published margins show what is counted, not how many people that is. */
function actsFaults({ tallies }: Program, { unit, people, actsPerPerson }: Measure): Fault[] {
  if (!people && actsPerPerson !== undefined)
    return [
      [
        'no-people',
        `The measure says how many ${unit} stand for one person, and its tally counts no people apart.`,
        'Take "actsPerPerson" out, or say "people": true and add the column.',
      ],
    ];
  if (!people || actsPerPerson !== undefined || tallies !== 'confidential') return [];
  return [
    [
      'no-acts-per-person',
      `The tally counts people apart, and nothing says about how many ${unit} stand for one person. Without it too few decoys are drawn.`,
      'Say it in "actsPerPerson", roughly: 1 where hardly anybody stands behind two (docs/operator.md, "Acts and people").',
    ],
  ];
}
