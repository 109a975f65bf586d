/** The form: plain selects and boxes, so that a keyboard and a screen reader work as everywhere. */
import type { ReactNode } from 'react';
import type { ApiIndex, ApiSplit } from '../../model/api-file.ts';
import {
  byOf,
  type Choice,
  codesAt,
  dimensionOf,
  splitCodes,
  type Wish,
} from '../../site/explorer/choice.ts';
import type { ExplorerWords } from '../../site/explorer/words.ts';

interface Props {
  readonly index: ApiIndex;
  readonly choice: Choice;
  readonly words: ExplorerWords;
  readonly onChange: (wish: Wish) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

export function Controls(props: Props) {
  const { choice, words, onChange } = props;
  const { measures, splits, levels, periods } = optionsOf(props);
  const { measure, split, from, to } = choice;
  const all = { codes: undefined };
  return (
    <form className="explorer-form" onSubmit={(event) => event.preventDefault()}>
      <Select
        id="measure"
        label={words.measure}
        value={measure.measure}
        options={measures}
        onChange={(value) => onChange({ measure: value, ...all })}
      />
      <Select
        id="by"
        label={words.breakdown}
        value={byOf(split)}
        options={splits}
        onChange={(by) => onChange({ by, ...all })}
      />
      <Select
        id="per"
        label={words.per}
        value={split.period}
        options={levels}
        onChange={(per) => onChange({ per })}
      />
      <Select
        id="from"
        label={words.from}
        value={from}
        options={periods}
        onChange={(value) => onChange({ from: value })}
      />
      <Select
        id="to"
        label={words.to}
        value={to}
        options={periods}
        onChange={(value) => onChange({ to: value })}
      />
      {split.dimension !== null && <Codes {...props} />}
    </form>
  );
}

function optionsOf({ index, choice, words }: Props) {
  const { measure, split } = choice;
  const sameBreakdown = measure.splits.filter((one) => byOf(one) === byOf(split));
  return {
    measures: index.measures.map((one) => ({ value: one.measure, label: one.label })),
    splits: distinct(
      measure.splits.map((one) => ({ value: byOf(one), label: splitLabel(index, one, words) })),
    ),
    levels: distinct(
      sameBreakdown.map(({ period }) => ({ value: period, label: words.levels[period] ?? period })),
    ),
    periods: codesAt(index, 'period', split.period).map(({ code, label }) => ({ value: code, label })),
  };
}

function distinct(options: readonly Option[]): Option[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}

/** A level that is not the dimension's own has no name for readers: its first code stands for it. */
export function splitLabel(index: ApiIndex, split: ApiSplit, { none, separators }: ExplorerWords): string {
  const { dimension, level } = split;
  if (dimension === null) return none;
  const label = dimensionOf(index, dimension)?.label ?? dimension;
  const [first] = dimension === level ? [] : splitCodes(index, split);
  return first === undefined ? label : `${label}${separators.colon}${first.label}${separators.comma}…`;
}

function Select({
  id,
  label,
  value,
  options,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field id={id} label={label}>
      <select id={`explorer-${id}`} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Field({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <p>
      <label htmlFor={`explorer-${id}`}>{label}</label>
      {children}
    </p>
  );
}

/** The last box cannot be cleared: nothing chosen would show nothing. */
function Codes({ index, choice, words, onChange }: Props) {
  const codes = splitCodes(index, choice.split);
  const toggle = (code: string) => {
    const others = choice.codes.filter((one) => one !== code);
    const next = choice.codes.includes(code) ? others : [...choice.codes, code];
    if (next.length > 0) onChange({ codes: next });
  };
  return (
    <fieldset>
      <legend>{words.show}</legend>
      {codes.map(({ code, label }) => (
        <label key={code}>
          <input type="checkbox" checked={choice.codes.includes(code)} onChange={() => toggle(code)} />{' '}
          {label}
        </label>
      ))}
      {choice.codes.length < codes.length && (
        <button type="button" onClick={() => onChange({ codes: undefined })}>
          {words.all}
        </button>
      )}
    </fieldset>
  );
}
