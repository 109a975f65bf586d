/** How every command ends: 0 done, 1 refused, 2 used wrongly, and one sentence says why; 3 a fault of Daylight, with its place. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { formatProblem, type Problem } from '../reading/problem.ts';
import { RefusedError } from '../release/refused-error.ts';
import { SolverError } from '../solver/linear-model.ts';
import type { Effects } from './effects.ts';
import { type CommandName, usageOf } from './usage.ts';

export type ExitCode = 0 | 1 | 2 | 3;

/** The command was called wrongly. */
export class UsageError extends Error {}

/** What stands behind a command: names in order, and these options; any other is used wrongly. */
export function readArgs<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A problem that is no fault of ours and no bad input: `no space left`, `permission denied`. */
const DISK_TROUBLE = new Map([
  ['ENOSPC', 'The disk is full'],
  ['EDQUOT', 'The disk quota is used up'],
  ['EROFS', 'The disk is read-only'],
  ['EACCES', 'Permission was denied'],
  ['EPERM', 'Permission was denied'],
  ['EIO', 'The disk failed'],
]);

/** It was there to begin with, and a thread found none. */
const OUT_OF_MEMORY =
  'There is not enough memory left. Nothing was left behind; end other programs, run it on fewer cores or on a machine with more memory, or publish fewer or coarser tables.';

/** Runs a command and says how it ended. Our own bugs are named by their place, never by the data they met. */
export async function endWith(
  run: () => Promise<ExitCode>,
  command: CommandName,
  { log }: Effects,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UsageError) {
      log(`${error.message}\n${usageOf(command)}`);
      return 2;
    }
    const refusal = refusalOf(error);
    for (const line of refusal ?? faultOf(error)) log(line);
    return refusal === undefined ? 3 : 1;
  }
}

/** Why something is refused; undefined where it is no refusal. */
function refusalOf(error: unknown): string[] | undefined {
  if (error instanceof RefusedError) return [...problemLines(error.problems), `Refused: ${error.message}`];
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return [`Refused: ${OUT_OF_MEMORY}`];
  const trouble =
    error instanceof Error && 'code' in error ? DISK_TROUBLE.get(String(error.code)) : undefined;
  if (trouble !== undefined)
    return [
      `Refused: ${trouble}${pathOf(error)}. Nothing was left behind; make room or choose another place, then try again.`,
    ];
  return error instanceof SolverError ? [`Refused: ${error.message}`] : undefined;
}

function faultOf(error: unknown): string[] {
  return [
    internalMessage(error),
    'This is a fault of Daylight, and nothing was released. Please report these lines, and no counts (docs/your-city.md):',
    ...(error instanceof Error ? stackOf(error) : []),
  ];
}

/** In our own words or by its kind alone: what others throw may quote what they met. */
function internalMessage(error: unknown): string {
  if (error instanceof Error && error.message.startsWith('internal error: ')) return error.message;
  return `internal error: ${error instanceof Error ? error.name : typeof error}`;
}

function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error ? ` at ${String(error.path)}` : '';
}

const SHOWN_FRAMES = 20;

function stackOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, SHOWN_FRAMES);
}

const SHOWN_PROBLEMS = 200;

/** Every problem on a line of its own, up to a number that can still be read. */
function problemLines(problems: readonly Problem[]): string[] {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map(formatProblem);
  const rest = problems.length - shown.length;
  return rest > 0 ? [...shown, `... and ${rest} more problems.`] : shown;
}
