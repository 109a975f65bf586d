/** Which sums follow from others: linear algebra over whole numbers modulo a prime, on vectors with few entries. */
import { sparseAt } from '../../indexes/look-up.ts';

/** Coefficient by what it belongs to; none is zero. */
export type Vector = ReadonlyMap<string, number>;

export interface Span {
  /** Whether the vector is a sum of those that were added, each times something. */
  readonly has: (vector: Vector) => boolean;
  readonly add: (vector: Vector) => void;
}

/** The largest prime below 2^26: products of two remainders are exact. */
const PRIME = 67_108_859;

export function openSpan(): Span {
  /** By the name of its first entry, which is 1. */
  const basis = new Map<string, Map<string, number>>();
  const reduce = (vector: Vector): Map<string, number> => {
    const rest = new Map([...vector].map(([name, value]) => [name, ((value % PRIME) + PRIME) % PRIME]));
    for (const pivot of [...basis.keys()]) {
      const factor = rest.get(pivot);
      if (factor !== undefined) subtract(rest, basis.get(pivot) ?? new Map(), factor);
    }
    return rest;
  };
  return {
    has: (vector) => reduce(vector).size === 0,
    add: (vector) => {
      const rest = reduce(vector);
      const [first] = rest;
      if (first === undefined) return;
      const inverse = power(first[1], PRIME - 2);
      basis.set(first[0], new Map([...rest].map(([name, value]) => [name, (value * inverse) % PRIME])));
    },
  };
}

function subtract(from: Map<string, number>, vector: Vector, factor: number): void {
  for (const [name, value] of vector) {
    const left = (sparseAt(from, name) + PRIME - ((value * factor) % PRIME)) % PRIME;
    if (left === 0) from.delete(name);
    else from.set(name, left);
  }
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
