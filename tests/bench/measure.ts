/** What parts of `npm run bench` have in common: how a process is measured, and against what. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** One figure of a part. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit:
    | 's'
    | 'MB'
    | 'kB'
    | 'requests'
    | 'files'
    | 'ways'
    | 'cells'
    | 'times'
    | 'power'
    | 'requests per s';
  /** The most that is allowed, in the same unit. */
  readonly most?: number;
}

/** As `npm run release` has them (package.json): they keep garbage of all threads small. */
export const RELEASE_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=150'];

export interface Run {
  readonly seconds: number;
  /** Peak of the resident set of the process, in MB of 1,000,000 bytes. */
  readonly peakMb: number;
  readonly output: string;
  /** What it wrote to standard error. */
  readonly messages: string;
}

/** Of what a script said before it failed. */
const MOST_SHOWN = 2000;

/** Runs a script of Node in a process of its own. Throws with its messages and its last lines if it does not end with exit code 0. */
export async function measureNode(args: readonly string[], cwd: string): Promise<Run> {
  const startedMs = performance.now();
  const reporter = new URL('report-peak.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', reporter, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [output, messages, peakBytes, [code]] = await Promise.all([
    readPipe(child, 1),
    readPipe(child, 2),
    readPipe(child, 3),
    once(child, 'exit'),
  ]);
  const seconds = (performance.now() - startedMs) / 1000;
  if (code !== 0)
    throw new Error(
      `${args.join(' ')} ended with exit code ${code}.\n${messages}${output.slice(-MOST_SHOWN)}`,
    );
  return { seconds, peakMb: Number(peakBytes) / 1e6, output, messages };
}

/** Everything that a process writes to one of its pipes. */
function readPipe({ stdio }: ChildProcess, at: 1 | 2 | 3): Promise<string> {
  const pipe = stdio[at];
  if (!(pipe instanceof Readable)) throw new Error(`internal error: no pipe ${at}`);
  return text(pipe);
}

const BASELINE_ROUNDS = 40;
const BASELINE_BYTES = 10_000_000;

/**
 * Seconds that a fixed piece of work takes here and now: hashing 400 MB. Seconds of other work divided by these say
 * more about Daylight and less about the machine.
 */
export function measureBaseline(): number {
  const startedMs = performance.now();
  const bytes = Buffer.alloc(BASELINE_BYTES, 'daylight');
  const hash = createHash('sha256');
  for (let round = 0; round < BASELINE_ROUNDS; round += 1) hash.update(bytes);
  hash.digest();
  return (performance.now() - startedMs) / 1000;
}
