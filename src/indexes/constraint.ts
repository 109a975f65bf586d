/** What numbers of a list must keep: here and in linear programs, of which a list is the columns. */

/** `lower <= sum of coefficient x column <= upper`; `columns` are places in the list, none twice. */
export interface Constraint {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** Limits on one of them. */
export interface Limit {
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
}
