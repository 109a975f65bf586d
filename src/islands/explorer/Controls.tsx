/** The form: what is counted, by what it is broken down, what alone is counted, and when. */
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { wishOf } from '../../site/explorer/change-choice.ts';
import { type Choice, codesOf, nameOf, type Wish } from '../../site/explorer/choice.ts';
import { notTogether } from '../../site/explorer/not-published.ts';
import { optionsOf } from '../../site/explorer/options.ts';
import { partLabel } from '../../site/explorer/title.ts';
import type { ExplorerWords } from '../../site/explorer/words.ts';
import { Boxes, Select } from './fields.tsx';

interface Props {
  readonly index: ApiIndex;
  readonly choice: Choice;
  readonly words: ExplorerWords;
  readonly onChange: (wish: Wish) => void;
}

export function Controls({ index, choice, words, onChange }: Props) {
  const { measures, by, and, levels, periods, only } = optionsOf(index, choice, words);
  const [first = '', second = ''] = choice.by.map(nameOf);
  const offered = and.map(({ value }) => value);
  const alone = notTogether(index, choice, offered, words, document.documentElement.lang);
  const changeOnly = (dimension: string, codes: readonly string[]) =>
    onChange({ only: { ...wishOf(index, choice).only, [dimension]: codes } });
  const select = (
    id: string,
    label: string,
    value: string,
    options: typeof by,
    change: (value: string) => Wish,
  ) => <Select key={id} {...{ id, label, value, options }} onChange={(chosen) => onChange(change(chosen))} />;
  return (
    <form className="explorer-form" onSubmit={(event) => event.preventDefault()}>
      {select('measure', words.measure, choice.measure.measure, measures, (measure) => ({ measure }))}
      {select('by', words.breakdown, first, by, (name) => ({
        by: named(name, second === name ? '' : second),
      }))}
      {and.length > 1 &&
        first !== '' &&
        select('and', words.second, second, and, (name) => ({ by: named(first, name) }))}
      {alone !== '' && <p className="hint">{alone}</p>}
      {only.map(({ dimension, label, options }) =>
        select(`only-${dimension}`, label, codeIn(choice, dimension), options, (code) => ({
          only: { ...wishOf(index, choice).only, [dimension]: code === '' ? [] : [code] },
        })),
      )}
      {select('per', words.per, choice.per, levels, (per) => ({ per }))}
      {select('from', words.from, choice.from, periods, (from) => ({ from }))}
      {select('to', words.to, choice.to, periods, (to) => ({ to }))}
      {choice.by.map((cut) => (
        <Boxes
          key={cut.dimension}
          legend={words.show + words.separators.colon + partLabel(index, cut, words)}
          all={words.all}
          first={words.first}
          options={codesOf(index, cut).map(({ code, label }) => ({ value: code, label }))}
          chosen={cut.codes}
          onChange={(codes) => changeOnly(cut.dimension, codes)}
        />
      ))}
    </form>
  );
}

/** Without those that stand for none. */
function named(...names: readonly string[]): string[] {
  return names.filter((name) => name !== '');
}

/** Empty where all of a dimension is counted. */
function codeIn({ only }: Choice, dimension: string): string {
  return only.find((filter) => filter.dimension === dimension)?.code ?? '';
}
