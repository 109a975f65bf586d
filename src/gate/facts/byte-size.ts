/** How the data page writes the size of a file. */
import { formatNumber } from '../../figures/figure.ts';

/** `8,412 bytes`: whole, so that a reader can compare it with what arrived. */
export function formatSize(bytes: number, language: string): string {
  return formatNumber(bytes, language, { percent: false, decimals: 0 });
}
