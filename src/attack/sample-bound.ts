/**
 * How many of all there can be, from how many were found in a simple random sample of them, exactly: the upper end of the
 * one-sided 95 % confidence interval where one draws without putting back (Katz 1953, J. Am. Stat. Assoc. 48, 256-261; Wang 2015,
 * doi 10.1080/01621459.2014.966191). It is
 *
 *   the most M with   P(at most x in a sample of n | M of N)  =  sum over i <= x of C(M, i) C(N - M, n - i) / C(N, n)   >  1 / 20
 *
 * The lower end needs no chance: as many as were found. Of a population without end it would be the bound of Clopper and
 * Pearson 1934 (Biometrika 26, 404-413), and where nothing was found about 3 / n of all, the rule of three (Hanley and
 * Lippman-Hand 1983, JAMA 249, 1743-1745). Where all were asked it is what was found.
 */

/** One in so many samples may mislead. */
const MISLEAD = 20n;

export interface Sample {
  /** How many there are, and how many of them were drawn. */
  readonly possible: number;
  readonly drawn: number;
  /** Of those drawn. */
  readonly found: number;
}

export function mostIn(sample: Sample): number {
  const { possible, drawn, found } = sample;
  let [most, tooMany] = [found, possible - (drawn - found) + 1];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (isLikely(sample, middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}

/** Whether more than one sample in 20 has so few if `marked` of all are such. */
function isLikely({ possible, drawn, found }: Sample, marked: number): boolean {
  const [all, size, hits] = [BigInt(possible), BigInt(drawn), BigInt(marked)];
  const first = size > all - hits ? size - (all - hits) : 0n;
  let ways = choose(hits, first) * choose(all - hits, size - first);
  let few = 0n;
  for (let at = first; at <= BigInt(found); at += 1n) {
    few += ways;
    ways = (ways * (hits - at) * (size - at)) / ((at + 1n) * (all - hits - size + at + 1n));
  }
  return few * MISLEAD > choose(all, size);
}

/** In how many ways so many are taken of all. */
function choose(all: bigint, taken: bigint): bigint {
  let ways = 1n;
  for (let at = 0n; at < taken; at += 1n) ways = (ways * (all - at)) / (at + 1n);
  return ways;
}
