/**
 * The invented table by which pages explain hiding: cards by area (north, middle, south) and age (children, adults,
 * older people), threshold 11. It is that of docs/method.md, section 6; `tests/docs/worked-table.test.ts` has the
 * protection and the attack make all of it again.
 */
export const WORKED_EXAMPLE = {
  k: 11,
  /** Counts with the total of each area behind them, and the row of all areas last. */
  table: [
    [4, 96, 23, 123],
    [18, 140, 31, 189],
    [27, 85, 12, 124],
    [49, 321, 66, 436],
  ],
  /** The columns that are withheld in every area: children and older people. */
  withheldColumns: [0, 2],
  /** What can be proved of children in the north. */
  range: { least: 0, most: 27 },
  /**
   * Two ways to fill in what is withheld, children and older people by area and in all, between which nobody can
   * choose: in the first there are no children in the north, in the second k or more.
   */
  worlds: [
    [
      [0, 27],
      [10, 39],
      [39, 0],
      [49, 66],
    ],
    [
      [20, 7],
      [0, 49],
      [29, 10],
      [49, 66],
    ],
  ],
  /** What the published counts leave for the two withheld ones, by area and in all. */
  left: [27, 49, 39, 115],
  /**
   * For a reader who makes the choice again: in how many ways the withheld counts can be filled in, and for how many of
   * these the same cells are withheld (`npm run bench -- choice`).
   */
  repeated: { fits: 967, alike: 787 },
} as const;
