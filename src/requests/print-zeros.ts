/**
 * Which certificates of "none received" are printed: those of which the cell is published. One whose cell is
 * withheld to protect others stays unprinted, so that a missing certificate tells nothing.
 */

import type { CertifiedZero } from '../formats/zeros-file.ts';
import { cellKey, type PublishedCell } from '../program/cell.ts';

/** `received` are the cells of the requests received, as published. */
export function printZeros(
  zeros: readonly CertifiedZero[],
  received: readonly PublishedCell[],
): CertifiedZero[] {
  const published = new Set(
    received.filter(({ count }) => count !== null).map(({ codes }) => cellKey(codes)),
  );
  return zeros.filter(({ period, instrument, requester }) =>
    published.has(cellKey([period, instrument, requester])),
  );
}
