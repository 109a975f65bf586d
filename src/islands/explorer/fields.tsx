/** The parts of the form: plain selects and boxes, so that a keyboard and a screen reader work as everywhere. */
import type { Option } from '../../site/explorer/options.ts';

export function Select({
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
    <p>
      <label htmlFor={`explorer-${id}`}>{label}</label>
      <select id={`explorer-${id}`} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Of more boxes than this nobody clears one after the other. */
const MOST_TO_CLEAR = 8;

/** The last box cannot be cleared: nothing chosen would show nothing. */
export function Boxes({
  legend,
  all,
  first,
  options,
  chosen,
  onChange,
}: {
  readonly legend: string;
  /** On the button that ticks them all. */
  readonly all: string;
  /** On the button that clears all but the first. */
  readonly first: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const toggle = (value: string) => {
    const others = chosen.filter((one) => one !== value);
    const next = chosen.includes(value) ? others : [...chosen, value];
    if (next.length > 0) onChange(next);
  };
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} /> {label}
        </label>
      ))}
      {chosen.length < options.length && (
        <button type="button" onClick={() => onChange([])}>
          {all}
        </button>
      )}
      {chosen.length === options.length && options.length > MOST_TO_CLEAR && (
        <button type="button" onClick={() => onChange(options.slice(0, 1).map(({ value }) => value))}>
          {first}
        </button>
      )}
    </fieldset>
  );
}
