/** The name of a cell in a reader's language, from the labels of the latest release. */
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { TOTAL } from '../../program/codelist.ts';
import { fill } from '../island-words.ts';
import type { AttackWords } from './words.ts';

/** What the system of all releases says of a cell: a total to date goes by the month that it runs to, `..2025-06`. */
export interface NamedCell {
  readonly key: string;
  readonly measure: string;
  readonly codes: readonly string[];
}

/** `April 2025, Online`; totals of other dimensions are left out. */
export function cellName(
  index: ApiIndex,
  { key, measure, codes }: NamedCell,
  words: Pick<AttackWords, 'separators' | 'total' | 'until'>,
): string {
  const columns = index.measures.find((one) => one.measure === measure)?.columns ?? [];
  const [, keyed = ''] = key.split('|');
  const until = keyed.startsWith('..')
    ? [fill(words.until, { period: label('period', keyed.slice(2)) })]
    : [];
  const parts = codes.flatMap((code, at) => (code === TOTAL ? [] : [label(columns[at] ?? '', code)]));
  return [...until, ...parts].join(words.separators.comma) || words.total;

  function label(dimension: string, code: string): string {
    const known = index.dimensions.find((one) => one.dimension === dimension)?.codes;
    return known?.find((one) => one.code === code)?.label ?? code;
  }
}
