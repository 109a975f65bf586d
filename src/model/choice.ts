/**
 * By which rule the withheld cells of a release were chosen, as its `datapackage.json` says. Where it says nothing, they were
 * chosen by what they cost, counts among it. Where it says this, a secret drew lots (run/lots.ts), and the choice tells nothing.
 */
export interface Choice {
  /** Of cells in which few people are expected, the share that is hidden although nothing asks for it: above 0, at most 1. */
  readonly decoyShare: number;
  /** Tells one secret from another and nothing of either: 32 hexadecimal digits of a hash of 256 bits that nobody can guess. */
  readonly key: string;
}

/** Whether every release was chosen so that its choice tells nothing: then no reader may ask what explains a hiding. */
export function areBlind(releases: readonly { readonly choice?: Choice | undefined }[]): boolean {
  return releases.length > 0 && releases.every(({ choice }) => choice !== undefined);
}
