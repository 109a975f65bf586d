/** What the second person is shown and asked before a release gets its name. */

export interface Proposal {
  /** The folder of the program. */
  readonly program: string;
  readonly release: string;
  /** The release before; undefined for the first. */
  readonly before: string | undefined;
  /** The folder of the sealed release that has no name yet. */
  readonly sealed: string;
  /** A folder to work in that does not exist yet; it is gone when the run ends. */
  readonly workplace: string;
}

export interface Review {
  /** Where the site with the new release can be read, new figures beside the old. */
  readonly address: string;
  /** One line that somebody types in answer; undefined where nobody is there to type any more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * What readers will see, in lines for the operator, made of what would be published alone. Throws `RefusedError` with what is
 * wrong where the pages cannot be built or the gate refuses them.
 */
export type BuildPages = (proposal: Proposal) => Promise<readonly string[]>;

/** Builds the whole site of the program, checks it as `BuildPages` does, and serves it. */
export type OpenReview = (proposal: Proposal) => Promise<Review>;
