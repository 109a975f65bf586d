/** A whole number from 0 to 2^32 - 1 that looks as if drawn by chance, always the same for a number (the finalizer of MurmurHash3). */
export function scatter(from: number): number {
  let mixed = from;
  for (const factor of [0x85ebca6b, 0xc2b2ae35]) mixed = Math.imul(mixed ^ (mixed >>> 16), factor);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
