/** What the form of the explorer offers: of breakdowns and filters those that the release publishes beside what is chosen. */
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { type Choice, codesAt, dimensionOf, isSplitBy, nameOf, type Part } from './choice.ts';
import { partLabel } from './title.ts';
import type { ExplorerWords } from './words.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Options {
  readonly measures: readonly Option[];
  readonly by: readonly Option[];
  /** A second breakdown beside the first; nothing but none where there is no other. */
  readonly and: readonly Option[];
  readonly levels: readonly Option[];
  readonly periods: readonly Option[];
  /** By dimension: what can be counted alone. */
  readonly only: readonly {
    readonly dimension: string;
    readonly label: string;
    readonly options: readonly Option[];
  }[];
}

export function optionsOf(index: ApiIndex, choice: Choice, words: ExplorerWords): Options {
  const { measure, per, by, only } = choice;
  const none = { value: '', label: words.none };
  const option = (part: Part): Option => ({ value: nameOf(part), label: partLabel(index, part, words) });
  const levels = measure.splits
    .filter((split) => isSplitBy(split, [...by, ...only]))
    .map(({ period }) => ({ value: period, label: words.levels[period] ?? period }));
  return {
    measures: index.measures
      .filter(({ splits }) => splits.length > 0)
      .map(({ measure: value, label }) => ({ value, label })),
    by: [none, ...partsBeside(choice, []).map(option)],
    and: [none, ...partsBeside(choice, by.slice(0, 1)).map(option)],
    levels,
    periods: codesAt(index, 'period', per).map(({ code, label }) => ({ value: code, label })),
    only: filterOptions(index, choice, words),
  };
}

/** Dimensions at the levels by which the measure is split beside others, each once. */
function partsBeside({ measure }: Choice, others: readonly Part[]): Part[] {
  const parts = measure.splits.flatMap((split) =>
    Object.entries(split.levels)
      .map(([dimension, level]) => ({ dimension, level }))
      .filter((part) => !has(others, part) && isSplitBy(split, [...others, part])),
  );
  return [...new Map(parts.map((part) => [nameOf(part), part])).values()];
}

function has(parts: readonly Part[], { dimension }: Part): boolean {
  return parts.some((part) => part.dimension === dimension);
}

/** For each dimension that is no breakdown, the codes that can be counted alone beside all else that is chosen. */
function filterOptions(index: ApiIndex, choice: Choice, words: ExplorerWords): Options['only'] {
  return choice.measure.columns.flatMap((dimension) => {
    if (has(choice.by, { dimension, level: '' })) return [];
    const others = [...choice.by, ...choice.only].filter((part) => part.dimension !== dimension);
    const levels = partsBeside(choice, others).filter((part) => part.dimension === dimension);
    const codes = levels.flatMap(({ level }) => codesAt(index, dimension, level));
    if (codes.length === 0) return [];
    const options = codes.map(({ code, label }) => ({ value: code, label }));
    const label = dimensionOf(index, dimension)?.label ?? dimension;
    return [{ dimension, label, options: [{ value: '', label: words.total }, ...options] }];
  });
}
