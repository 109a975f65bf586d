/** What a long page holds, above it: its headings, each leading to its section. */

import { isLink, type Link, type Part } from '../figures/sentence.ts';
import type { Page } from './page.ts';

export interface ContentsEntry {
  readonly href: string;
  /** The heading, without links of its own. */
  readonly text: readonly Exclude<Part, Link>[];
}

/** With fewer sections a page is seen at a glance. */
const FEWEST = 3;

export function contentsOf({ sections }: Pick<Page, 'sections'>): ContentsEntry[] {
  const headed = sections.filter(({ heading }) => heading.length > 0);
  if (headed.length < FEWEST) return [];
  return headed.map(({ id, heading }) => ({
    href: `#${id}`,
    text: heading.map((part) => (isLink(part) ? part.label : part)),
  }));
}
