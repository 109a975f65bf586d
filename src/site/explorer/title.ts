/** A choice in one line: `Cards issued by fiscal year and age; Kind of card: First card; 2021 – 2024`. */
import type { ApiIndex } from '../../model/api-file.ts';
import { inSentence } from '../in-sentence.ts';
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
  ].map((part) => dimensionLabel(index, part) + colon + labelsOf(index, part).join(comma));
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

function dimensionLabel(index: ApiIndex, { dimension }: Part): string {
  return dimensionOf(index, dimension)?.label ?? dimension;
}

/** A level that is not the dimension's own has no name for readers: its first code stands for it. */
export function partLabel(index: ApiIndex, part: Part, { separators }: ExplorerWords): string {
  const label = dimensionLabel(index, part);
  const [first] = part.dimension === part.level ? [] : codesOf(index, part);
  return first === undefined ? label : `${label}${separators.colon}${first.label}${separators.comma}…`;
}
