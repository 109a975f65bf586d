/** What is wrong with a field of a tally file, before its place is known. */
import type { Problem } from '../model/problem.ts';

export type Fault = Pick<Problem, 'code' | 'message' | 'fix'>;
