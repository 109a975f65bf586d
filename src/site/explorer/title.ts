/** A choice in one line: `Cards issued by fiscal year and age; Kind of card: First card; 2021 – 2024`. */
import type { Separators } from '../../charts/points.ts';
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { inSentence } from '../figures/in-sentence.ts';
import { fill } from '../island-words.ts';
import { type Choice, codesAt, codesOf, dimensionOf, type Part } from './choice.ts';
import type { ExplorerWords } from './words.ts';

export function titleOf(index: ApiIndex, choice: Choice, words: ExplorerWords, language: string): string {
  const { measure, per, by, only, from, to } = choice;
  const { comma, colon, semicolon } = words.separators;
  const what = [words.levels[per] ?? per, ...by.map((cut) => inSentence(partLabel(index, cut, words)))];
  const codes = [
    ...by.filter((cut) => cut.codes.length < codesOf(index, cut).length),
    ...only.map((filter) => ({ ...filter, codes: [filter.code] })),
  ].map((part) => levelName(index, part) + colon + labelsOf(index, part).join(comma));
  const periods = codesAt(index, 'period', per);
  const range = [from, to].map((code) => periods.find((period) => period.code === code)?.label ?? code);
  return [
    fill(words.title, { measure: measure.label, by: new Intl.ListFormat(language).format(what) }),
    ...codes,
    [...new Set(range)].join(' – '),
  ].join(semicolon);
}

function labelsOf(index: ApiIndex, part: Part & { readonly codes: readonly string[] }): string[] {
  return codesOf(index, part)
    .filter(({ code }) => part.codes.includes(code))
    .map(({ label }) => label);
}

/** By the name of the level, or of the dimension where the level has none. */
function levelName(index: ApiIndex, { dimension, level }: Part): string {
  const own = dimensionOf(index, dimension);
  return own?.levels?.[level] ?? own?.label ?? dimension;
}

/** A level that is not the dimension's own goes by its name; one that has none for readers by its first code. */
export function partLabel(
  index: ApiIndex,
  part: Part,
  { separators }: { readonly separators: Separators },
): string {
  const { dimension, level } = part;
  const label = levelName(index, part);
  const isNamed = dimension === level || dimensionOf(index, dimension)?.levels?.[level] !== undefined;
  const [first] = isNamed ? [] : codesOf(index, part);
  return first === undefined ? label : `${label}${separators.colon}${first.label}${separators.comma}…`;
}
