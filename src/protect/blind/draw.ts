/**
 * What is drawn for a blind choice by the office's secret (run/lottery/lots.ts), before anything is chosen: numbers by cell that
 * hang on its name and on published figures alone, never on its count.
 */
export interface Draw {
  /** Cells that are hidden like small ones although nothing asks for it: such as may be hidden, or were by an earlier release. */
  readonly decoys: ReadonlySet<number>;
  /** By cell its place in the queue: the smaller, the earlier. No two are equal. */
  readonly lots: readonly number[];
  /** By cell what a covering move through it costs, more than 0. */
  readonly prices: readonly number[];
}
