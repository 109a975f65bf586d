/** A batch of corrections is carried whole, at every level, or waits whole (docs/method.md, section 10). */
import { formatProblem } from '../../reading/problem.ts';
import { listChanges } from '../../release/changes/list-changes.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { listRequests } from '../../requests/list-requests.ts';
import { SolverError } from '../../solver/linear-model.ts';
import { countShape, withRequests } from '../count/count-release.ts';
import { type CountedProgram, countedCubes } from '../count/counted.ts';
import { listDocket } from '../count/list-docket.ts';
import { orRefuse } from '../read-program.ts';

/** A release and what it was made from. */
export interface Carried<T> {
  readonly counted: CountedProgram;
  readonly made: T;
}

/** Why a batch waits, in lines for the operator alone: the release must not tell. None where there is no batch. */
interface Waiting {
  readonly waits: readonly string[];
}

/** What `make` makes of the release with its batch; or why it waits, since old and new figures together do not keep the promise. */
export async function carryBatch<T>(
  counted: CountedProgram,
  make: (counted: CountedProgram) => Promise<T>,
): Promise<Carried<T> | Waiting> {
  if (counted.batch === null) return { waits: [] };
  try {
    const corrected = withBatch(counted, counted.batch);
    return { counted: corrected, made: await make(corrected) };
  } catch (error) {
    if (!mayWait(error)) throw error;
    return { waits: waitingLines(error) };
  }
}

function waitingLines(error: Error): string[] {
  const problems = error instanceof RefusedError ? error.problems : [];
  return [
    'The batch of corrections waits, and this release says nothing of it. Leave the folder where it is: the next release tries again. Tell nobody outside the office that a batch waits.',
    '  For whoever answers for the program: "The corrections are entered and checked. They cannot come out now, since old and new figures side by side would tell of few people. They come out by themselves with the release by which they do not. Until then every figure stays as it was published."',
    `  Why, for you alone: ${error.message}`,
    ...problems.map((problem) => `  ${formatProblem(problem)}`),
  ];
}

function mayWait(error: unknown): error is Error {
  if (error instanceof SolverError) return true;
  return error instanceof RefusedError && ['protection', 'attack', 'correction'].includes(error.code);
}

/** The same release counted from corrected tallies. Throws `RefusedError` where they change nothing published. */
function withBatch(counted: CountedProgram, batch: NonNullable<CountedProgram['batch']>): CountedProgram {
  const { program, shape, earlier } = counted;
  const docket = batch.docket ?? counted.docket;
  const tallies = orRefuse(
    withRequests(batch.tallies, docket, program, shape),
    'The corrected totals of requests do not fit together. Mend one or the other, then try again.',
  );
  const measures = countShape(program, shape, tallies, 'corrected tallies');
  const corrected = { docket, tallies, measures, requests: docket && listRequests(docket, program.k) };
  const cubes = countedCubes({ ...counted, ...corrected });
  const before = earlier.at(-1);
  if (before === undefined) throw new Error('internal error: a batch before the first release');
  const requests = listDocket(docket, shape, cubes, []);
  const changes = listChanges(before, { release: shape.release, cubes, requests }, batch.reason);
  if (changes.length === 0)
    throw new RefusedError('correction', 'It changes nothing that a release has published.');
  return { ...counted, ...corrected, changes };
}
