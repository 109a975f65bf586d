/** Why a command does not do what it is asked: make a release, publish, sign, recall. Nothing is left behind when one is thrown. */
import type { Problem } from '../reading/problem.ts';

export type RefusedCode =
  /** An input is missing or wrong; `problems` says where. */
  | 'input'
  /** The program ships no tallies, so there is nothing to release. */
  | 'no-tallies'
  /** Confidential tallies lie inside the repository, or none were named. */
  | 'tallies-place'
  /** The key by which lots are drawn is missing, is no key, is open to others, or is another one. */
  | 'key'
  /** Not a release id, or no period of the program is closed by it. */
  | 'release-id'
  /** A release of that id exists. */
  | 'exists'
  /** Another run is writing releases of the program. */
  | 'locked'
  /** An earlier release published a figure that this one would change, withhold or leave out. */
  | 'correction'
  /** Counts of the tallies always agree, and `program.json` neither declares nor rejects it. */
  | 'coincidence'
  /** No safe choice of cells was found. */
  | 'protection'
  /** What is to be protected does not fit into the memory that is free. */
  | 'memory'
  /** The attack on the staged files proved something, or they say something else than was protected. */
  | 'attack'
  /** The pages of the release cannot be built, or the gate refuses them. */
  | 'pages'
  /** The second person did not sign the release off. */
  | 'approval'
  /** `ssh-keygen` did not sign, or by a key that may not sign the release. */
  | 'signature'
  /** The disk is full or refuses to write. */
  | 'disk';

export class RefusedError extends Error {
  readonly code: RefusedCode;
  readonly problems: readonly Problem[];

  constructor(code: RefusedCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = 'RefusedError';
    this.code = code;
    this.problems = problems;
  }
}
