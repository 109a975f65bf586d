/** From a table with hidden cells: to why counts are hidden, and to the check that tries to find them. */

import type { Link } from '../figures/sentence.ts';
import { pagePath } from '../routes.ts';
import type { ReleaseView } from '../view.ts';

/** None where nothing is hidden. The check is of the latest release alone. */
export function hiddenLinks(view: ReleaseView, addresses: readonly string[]): Link[] {
  if (!addresses.some((address) => view.source.cells.get(address)?.status === 'c')) return [];
  const { whyHidden, tryHidden } = view.messages.tables;
  const why = { href: `${pagePath(view, 'method')}#promise`, label: whyHidden };
  return view.frozen ? [why] : [why, { href: pagePath(view, 'break'), label: tryHidden }];
}
