/** The names of the design's tokens, from the style sheet that defines them. */
import { readFileSync } from 'node:fs';

const SHEET = 'src/styles/tokens.css';

export interface Tokens {
  readonly colours: readonly string[];
  /** Of type, smallest first. */
  readonly sizes: readonly string[];
  readonly spaces: readonly string[];
}

/** Names without their dashes, in the order of the sheet, whose groups stand apart by a blank line. */
export function listTokens(): Tokens {
  const [root = ''] = readFileSync(SHEET, 'utf8').split('@media', 1);
  const groups = root
    .split(/\n\s*\n/)
    .map((group) => [...group.matchAll(/^\s*--([a-z-]+):/gm)].map(([, name = '']) => name));
  const [colours = [], , sizes = [], spaces = []] = groups;
  return { colours, sizes, spaces };
}
