import type { Separators } from '../../charts/points.ts';

/** What "Try to break it" says, in the reader's language; plain texts, since they travel to the page as JSON. `{name}` is filled in. */
export interface AttackWords {
  readonly begin: string;
  readonly stop: string;
  readonly stopped: string;
  readonly reading: string;
  readonly fetching: string;
  readonly joining: string;
  /** `{group}`, `{groups}` */
  readonly attacking: string;
  readonly failed: string;
  /** Where the server forbids what the attack needs. */
  readonly refused: string;
  /** `{hidden}`, `{groups}` */
  readonly kept: string;
  /** `{broken}`, `{hidden}` */
  readonly broken: string;
  readonly measure: string;
  readonly cell: string;
  /** `{least}`, `{most}` */
  readonly between: string;
  /** `{least}` */
  readonly unlimited: string;
  /** `{many}` */
  readonly open: string;
  /** `{many}` */
  readonly large: string;
  readonly told: string;
  readonly waysCaption: string;
  readonly ways: readonly [zero: string, many: string];
  /** `{cells}`, `{sums}` */
  readonly agree: string;
  readonly total: string;
  readonly separators: Separators;
  /** `{period}` */
  readonly until: string;
}

/** The text with its names filled in. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
