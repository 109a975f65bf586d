/**
 * Shares as whole numbers in the same ratios: each over the smallest, as the fraction with the least denominator that is near
 * it (continued fractions: A. Khinchin 1964), times what makes all of these whole.
 */

/** What a share may be off the fraction that it is taken for. */
const TOLERANCE = 1e-7;
const LARGEST_DENOMINATOR = 1_000_000;

/** None of the shares is 0. Undefined where they are in no ratios of numbers that are not too large. */
export function wholeShares(shares: readonly number[]): number[] | undefined {
  const least = Math.min(...shares.map(Math.abs));
  const ratios = shares.map((share) => share / least);
  let scale = 1;
  for (const ratio of ratios) {
    const more = denominatorOf(ratio * scale);
    if (more === undefined || scale * more > LARGEST_DENOMINATOR) return undefined;
    scale *= more;
  }
  return ratios.map((ratio) => Math.round(ratio * scale));
}

/** The least denominator found of a fraction near a number. */
function denominatorOf(number: number): number | undefined {
  let [before, denominator] = [0, 1];
  for (let rest = number - Math.floor(number); ; rest -= Math.floor(rest)) {
    const off = number * denominator;
    if (Math.abs(off - Math.round(off)) <= TOLERANCE * denominator) return denominator;
    rest = 1 / rest;
    [before, denominator] = [denominator, Math.floor(rest) * denominator + before];
    if (!(denominator <= LARGEST_DENOMINATOR)) return undefined;
  }
}
