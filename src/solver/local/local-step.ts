/**
 * One step of the dual simplex method on piecewise linear costs (local-program.ts). What is off, a row whose terms do not
 * sum to 0 or a column of the basis that is not between its kinks, is a sum over the columns outside the basis:
 *
 *   by = sum of effect x change,   effect = multipliers x column
 *
 * Its dual moves until a column that bears on it enters the basis (ratio-test.ts): with a row that joins the
 * basis, or for the column that was off.
 */

import type { Lines } from '../sparse.ts';
import { nextKink } from './kinks.ts';
import { type Basic, type LocalState, MOST_ROWS, moveTo, NO_PIVOT, ROUNDING } from './local-state.ts';
import { type Choice, chooseEntering, type Entering, type Violation } from './ratio-test.ts';

/** The first row that is off or, where none is, the column of the basis that is furthest off; undefined if all is well. */
export function findViolation({ rows, sum, rowPlace, basis, change }: LocalState): Violation | undefined {
  for (const row of rows.list) {
    const off = sum[row] as number;
    if (rowPlace[row] === -1 && Math.abs(off) > ROUNDING)
      return { by: Math.abs(off), side: off > 0 ? -1 : 1, row, place: -1 };
  }
  let worst: Violation | undefined;
  let by = ROUNDING;
  for (let place = 0; place < basis.length; place++) {
    const { column, from, to } = basis[place] as Basic;
    const at = change[column] as number;
    const off = Math.max(at - to, from - at);
    if (off <= by) continue;
    by = off;
    worst = { by, side: at > to ? 1 : -1, row: -1, place };
  }
  return worst;
}

export type Step = 'done' | 'infeasible' | 'undecided';

/** Makes up for a violation. */
export function step(state: LocalState, violation: Violation): Step {
  if (violation.row !== -1 && state.basis.length === MOST_ROWS) return 'undecided';
  const columns = effectsOn(state, violation);
  const taken = take(state, violation, chooseEntering(state, violation, columns), columns);
  for (let at = 0; at < columns.length; at++) state.effect[columns[at] as number] = 0;
  return taken;
}

function take(
  state: LocalState,
  violation: Violation,
  choice: Choice | undefined,
  columns: Int32Array,
): Step {
  if (choice === undefined) return 'infeasible';
  moveDuals(state, violation, columns, choice.by);
  if (choice.entering === undefined) nextPiece(state, violation);
  else if (!pivot(state, violation, choice.entering)) return 'undecided';
  for (const [column, to] of choice.changes) moveTo(state, column, to);
  solveBasis(state);
  return 'done';
}

/** Leaves in `effect` how each column bears on what is violated, and returns the columns that do. */
function effectsOn(state: LocalState, { row, place }: Violation): Int32Array {
  const { matrix, inverse, basisRows, effect, affected } = state;
  const [places, values] = row === -1 ? [[place], [1]] : termsAt(matrix.rows, row, state.place);
  inverse.timesInverse(places, values);
  let size = 0;
  const addRow = (at: number, factor: number) => {
    const { start, index, value } = matrix.rows;
    for (let term = start[at] as number; term < (start[at + 1] as number); term++) {
      const column = index[term] as number;
      if (effect[column] === 0) affected[size++] = column;
      effect[column] = (effect[column] as number) + factor * (value[term] as number) || Number.MIN_VALUE;
    }
  };
  const sign = row === -1 ? 1 : -1;
  for (let at = 0; at < basisRows.length; at++) {
    const factor = inverse.row[at] as number;
    if (Math.abs(factor) > NO_PIVOT) addRow(basisRows[at] as number, sign * factor);
  }
  if (row !== -1) addRow(row, 1);
  return affected.subarray(0, size);
}

/** The terms of a line that have a place. */
function termsAt(
  { start, index, value }: Lines,
  line: number,
  placeOf: Int32Array,
): [places: number[], values: number[]] {
  const places: number[] = [];
  const values: number[] = [];
  for (let term = start[line] as number; term < (start[line + 1] as number); term++) {
    const place = placeOf[index[term] as number] as number;
    if (place === -1) continue;
    places.push(place);
    values.push(value[term] as number);
  }
  return [places, values];
}

function moveDuals(
  { dual, effect, place, basis }: LocalState,
  { place: own, side }: Violation,
  columns: Int32Array,
  by: number,
): void {
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as number;
    if (place[column] === -1)
      dual[column] = (dual[column] as number) + side * by * (effect[column] as number);
  }
  const leaving = basis[own]?.column;
  if (leaving !== undefined) dual[leaving] = (dual[leaving] as number) + side * by;
}

function nextPiece({ kinks, basis }: LocalState, { place, side }: Violation): void {
  const basic = basis[place] as Basic;
  const at = side === 1 ? basic.to : basic.from;
  const next = nextKink(kinks, basic.column, at, side);
  [basic.from, basic.to] = side === 1 ? [at, next] : [next, at];
}

/** False where arithmetic is not exact enough. */
function pivot(state: LocalState, violation: Violation, { column, at, side }: Entering): boolean {
  const { matrix, inverse, basis, basisRows, rowPlace, place, effect, kinks } = state;
  const next = nextKink(kinks, column, at, side);
  const entering: Basic = { column, from: Math.min(at, next), to: Math.max(at, next) };
  const [places, values] = termsAt(matrix.columns, column, rowPlace);
  inverse.inverseTimes(places, values);
  if (violation.row !== -1) {
    inverse.grow(effect[column] as number);
    rowPlace[violation.row] = basisRows.length;
    basisRows.push(violation.row);
    place[column] = basis.length;
    basis.push(entering);
    return true;
  }
  const { column: leaving, from, to } = basis[violation.place] as Basic;
  if (Math.abs((inverse.column[violation.place] as number) - (effect[column] as number)) > ROUNDING)
    return false;
  inverse.replace(violation.place);
  place[leaving] = -1;
  place[column] = violation.place;
  basis[violation.place] = entering;
  moveTo(state, leaving, violation.side === 1 ? to : from);
  return true;
}

/** Changes the columns of the basis so that its rows sum to 0. */
function solveBasis(state: LocalState): void {
  const { basis, basisRows, inverse, sum, change } = state;
  const places: number[] = [];
  const values: number[] = [];
  for (let place = 0; place < basisRows.length; place++) {
    const off = sum[basisRows[place] as number] as number;
    if (Math.abs(off) < NO_PIVOT) continue;
    places.push(place);
    values.push(off);
  }
  if (places.length === 0) return;
  inverse.inverseTimes(places, values);
  for (let place = 0; place < basis.length; place++) {
    const by = inverse.column[place] as number;
    if (Math.abs(by) <= NO_PIVOT) continue;
    const { column } = basis[place] as Basic;
    moveTo(state, column, (change[column] as number) - by);
  }
  for (const place of places) sum[basisRows[place] as number] = 0;
}
