/** Every fault that inputs show before anything is withheld, in one refusal: each file's own, sums, and published figures. */
import { checkRelations } from '../../cube/check-relations.ts';
import { type CountedMeasure, countCells } from '../../cube/count-cells.ts';
import { countedZeros } from '../../cube/counted-zeros.ts';
import { leftOutRows } from '../../cube/left-out-rows.ts';
import { CLOSED, countsRequests, OPEN, RECEIVED } from '../../program/docket-plan.ts';
import type { Program } from '../../program/program.ts';
import type { MeasureTallies } from '../../program/tally.ts';
import { type Checked, formatProblem, type Problem } from '../../reading/problem.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { SealedRelease } from '../../release/release.ts';
import { listRequests } from '../../requests/list-requests.ts';
import type { ReleaseShape } from '../../system/shape.ts';
import { orRefuse } from '../read-program.ts';
import { changedRows } from './changed-rows.ts';
import { correctionProblems, KEEP_BACK } from './correction-problems.ts';
import type { InputFaults, Inputs } from './read-inputs.ts';
import { atItsRows, type ReadShape } from './rows-of-cells.ts';

export interface Counting {
  readonly program: Program;
  readonly shape: ReleaseShape;
  readonly inputs: Inputs;
  /** Those that were read, and those that the docket comes to. */
  readonly tallies: readonly MeasureTallies[];
  readonly counted: Checked<CountedMeasure[]>;
  readonly earlier: readonly SealedRelease[];
}

/**
 * The counted cells, or a refusal that names every fault of every input, those too that only the sums show, and those
 * that only a comparison with earlier releases does. Where that is all there is, it waits for the corrections.
 */
export function refuseFaults(counting: Counting): readonly CountedMeasure[] {
  const { shape, inputs, counted } = counting;
  const own = [
    ...inputs.faults,
    ...sumFaults({ shape, read: inputs.read }, counted, 'tallies'),
    ...absentFaults(counting),
    ...zeroFaults(counting),
  ];
  if (own.length === 0) return orRefuse(counted, '');
  const frozen = frozenFaults(counting);
  const rows = changedRows({ ...counting, read: inputs.read });
  const says = [...frozen, ...own].map((fault) => fault.says);
  throw new RefusedError(
    'input',
    [...says, 'Mend them at their source, then try again.'].join(' '),
    uniqueProblems([...rows, ...[...own, ...frozen].flatMap(({ problems }) => problems)]),
  );
}

/** A batch reads the docket again, faults of its own among them. */
function uniqueProblems(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}

/** Rows left out where that would tell of other counts; of public tallies everybody has all of them. */
function absentFaults({ program, shape, inputs, tallies, counted }: Counting): InputFaults[] {
  if (program.tallies !== 'confidential' || inputs.faults.length > 0 || !counted.ok) return [];
  const problems = leftOutRows(shape, tallies, counted.value);
  return problems.length === 0 ? [] : [{ says: 'The tallies leave out rows.', problems }];
}

/** Somebody counted where nobody can be, in cells that no table has. */
function zeroFaults({ program, shape, inputs, tallies, earlier }: Counting): InputFaults[] {
  const problems = countedZeros(program, shape, tallies, earlier).map((problem) =>
    atItsRows(problem, { shape, read: inputs.read }),
  );
  return problems.length === 0 ? [] : [{ says: 'The tallies count where nobody can be counted.', problems }];
}

/** What counting and the relations between measures show, at the rows that show it. */
export function sumFaults(read: ReadShape, counted: Checked<CountedMeasure[]>, name: string): InputFaults[] {
  const faults = (says: string, problems: readonly Problem[]): InputFaults[] =>
    problems.length === 0 ? [] : [{ says, problems: problems.map((problem) => atItsRows(problem, read)) }];
  if (!counted.ok) return faults(`The ${name} do not fit together.`, counted.problems);
  const broken = checkRelations(read.shape, counted.value);
  return faults(`The ${name} break relations that program.json declares.`, broken);
}

/** Published figures that would change, as far as what was read without a fault and adds up tells. */
function frozenFaults({ program, shape, inputs, tallies, counted, earlier }: Counting): InputFaults[] {
  const { read, docket } = inputs;
  const torn = counted.ok ? [] : counted.problems.flatMap(({ cells = [] }) => cells);
  const sound = tallies.filter(({ measure }) => !torn.some((cell) => cell.measure === measure));
  const known = new Set(sound.map(({ measure }) => measure));
  const hasDocket = docket != null && [RECEIVED, CLOSED, OPEN].every((measure) => known.has(measure));
  const isCompared = ({ id }: { readonly id: string }) => known.has(id) && (hasDocket || !countsRequests(id));
  const problems = correctionProblems({
    shape: {
      ...shape,
      declaration: { ...shape.declaration, measures: shape.declaration.measures.filter(isCompared) },
    },
    read,
    measures: orRefuse(countCells(program, shape, sound), '').filter(({ measure }) => isCompared(measure)),
    docket: hasDocket ? docket : null,
    requests: hasDocket ? listRequests(docket, program.k) : null,
    earlier: earlier.map((release) => ({
      ...release,
      cubes: new Map([...release.cubes].filter(([id]) => isCompared({ id }))),
      requests: hasDocket ? release.requests : null,
    })),
    changes: [],
  });
  const says = `${KEEP_BACK} This release would change or leave out what earlier ones published.`;
  return problems.length === 0 ? [] : [{ says, problems }];
}
