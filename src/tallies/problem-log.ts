/**
 * The problems of one file, in the order in which they are found. A broken export can hold a fault in each
 * of millions of rows, so only the first are kept and the rest are counted.
 */
import type { Fault, Problem } from '../reading/problem.ts';

/** Problems that are told of one file; a last one then says how many more there are. */
const MOST_PROBLEMS = 50;

export interface ProblemLog {
  readonly file: string;
  readonly report: (line: number, column: string, fault: Fault) => void;
  /** Everything reported, at most `MOST_PROBLEMS` and one closing problem. */
  readonly problems: () => Problem[];
}

export function openProblemLog(file: string): ProblemLog {
  const kept: Problem[] = [];
  let more = 0;
  return {
    file,
    report: (line, column, fault) => {
      if (kept.length < MOST_PROBLEMS) kept.push({ file, line, column, ...fault });
      else more += 1;
    },
    problems: () => (more === 0 ? kept : [...kept, closing(file, more)]),
  };
}

/** The problems of several files, each named where it is reported; the files in the order in which they first are. */
export interface ProblemLogs {
  readonly report: (file: string, line: number, column: string, fault: Fault) => void;
  readonly problems: () => Problem[];
}

export function openProblemLogs(): ProblemLogs {
  const logs = new Map<string, ProblemLog>();
  return {
    report: (file, line, column, fault) => {
      const log = logs.get(file) ?? openProblemLog(file);
      logs.set(file, log);
      log.report(line, column, fault);
    },
    problems: () => [...logs.values()].flatMap((log) => log.problems()),
  };
}

function closing(file: string, more: number): Problem {
  const message = `The file has ${more} more ${more === 1 ? 'problem' : 'problems'} like these.`;
  return { file, line: 0, column: '', code: 'more-problems', message, fix: 'Mend those above first.' };
}
