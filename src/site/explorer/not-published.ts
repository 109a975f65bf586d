/** What a reader asked for and no table has, with what is shown instead, in a sentence. */
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { inSentence } from '../figures/in-sentence.ts';
import { fill } from '../island-words.ts';
import {
  type Choice,
  codesAt,
  dimensionOf,
  filtersIn,
  nameOf,
  type Part,
  partNamed,
  type Wish,
} from './choice.ts';
import { partLabel } from './title.ts';
import type { ExplorerWords } from './words.ts';

/** Empty where everything that there is of the wish is shown. */
export function notPublished(
  index: ApiIndex,
  wish: Wish,
  choice: Choice,
  words: ExplorerWords,
  language: string,
): string {
  const { measure, per, by, only } = choice;
  const cuts = (wish.by ?? []).flatMap((name) => partNamed(index, name) ?? []);
  const filters = filtersIn(index, measure, wish, cuts);
  const asked = wish.per !== undefined && codesAt(index, 'period', wish.per).length > 0 ? wish.per : per;
  const isShown = asked === per && namesOf(cuts) === namesOf(by) && namesOf(filters) === namesOf(only);
  if (isShown) return '';
  const listed = (level: string, parts: readonly Part[]) =>
    new Intl.ListFormat(language).format([
      words.levels[level] ?? level,
      ...parts.map((part) => inSentence(partLabel(index, part, words))),
    ]);
  return fill(words.switched, {
    measure: measure.label,
    asked: listed(asked, [...cuts, ...filters]),
    shown: listed(per, [...by, ...only]),
  });
}

const namesOf = (parts: readonly Part[]): string => parts.map(nameOf).join();

/** Why the second list is shorter than the first: by what nothing is published beside the first breakdown. Empty where it is whole. */
export function notTogether(
  index: ApiIndex,
  { measure, by: [first] }: Choice,
  offered: readonly string[],
  words: ExplorerWords,
  language: string,
): string {
  if (first === undefined) return '';
  const told = new Set(offered.map((name) => name.split(':')[0]));
  const others = measure.columns.filter(
    (dimension) => dimension !== 'period' && dimension !== first.dimension && !told.has(dimension),
  );
  if (others.length === 0) return '';
  const labels = others.map((dimension) => inSentence(dimensionOf(index, dimension)?.label ?? dimension));
  return fill(words.notTogether, {
    first: inSentence(partLabel(index, first, words)),
    others: new Intl.ListFormat(language, { type: 'disjunction' }).format(labels),
  });
}
