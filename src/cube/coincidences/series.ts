/**
 * Counts of one measure period by period, for every choice of codes: what coincidences are looked for among.
 *
 *   applications, decision approved       310  121  287  ...      by quarter
 *   cards, kind new or renewal            310  121  287  ...      a sum of codes of one dimension
 *   records held, less those before        18   20   11  ...      the change of a stock
 */
import { type Codelist, codesAtLevel, leafSets, TOTAL } from '../../program/codelist.ts';
import type { Measure } from '../../program/program.ts';
import type { Count } from '../grid-sums.ts';

/** Of each dimension of the measure: a code, the total, or several codes that are added up. */
export type Choice = string | readonly string[];

export interface Series {
  readonly measure: Measure;
  readonly choices: readonly Choice[];
  /** A stock less the stock of the period before. */
  readonly isChange: boolean;
  /** By period; NaN where it is not known. */
  readonly values: readonly number[];
  /** Single codes and sums of codes. */
  readonly fixed: number;
  readonly summed: boolean;
}

export interface SeriesOf {
  readonly all: readonly Series[];
  /** The series of these choices, if it was made. */
  readonly find: (choices: readonly Choice[], isChange: boolean) => Series | undefined;
}

/** Choices of codes at most; those of fewest dimensions come first. */
const MOST = 1500;
/** Sums are made of the codes of levels of this many codes at most. */
const MOST_SUMMED = 6;

/** `codelists` of the measure's dimensions without `period`. */
export function seriesOf(
  measure: Measure,
  codelists: readonly Codelist[],
  periods: readonly string[],
  countOf: (codes: readonly string[]) => Count,
): SeriesOf {
  const valueAt = (choices: readonly string[]) =>
    periods.map((period) => asNumber(countOf([period, ...choices])));
  const single = singleChoices(codelists).map((choices) => newSeries(measure, choices, valueAt(choices)));
  const plain = new Map(single.map((series) => [keyOf(series.choices), series]));
  const summed = single
    .filter(({ fixed }) => fixed <= 1)
    .flatMap(({ choices }) => sumsOf(choices, codelists))
    .flatMap(({ choices, parts }) => {
      const lists = parts.map((part) => plain.get(keyOf(part))?.values);
      if (lists.includes(undefined)) return [];
      const values = periods.map((_, at) => lists.reduce((sum, list) => sum + (list?.[at] ?? Number.NaN), 0));
      return [newSeries(measure, choices, values)];
    });
  const all = [...single, ...summed].flatMap((series) =>
    measure.kind === 'stock' ? [series, changeOf(series)] : [series],
  );
  const byKey = new Map(all.map((series) => [keyOf(series.choices, series.isChange), series]));
  return { all, find: (choices, isChange) => byKey.get(keyOf(choices, isChange)) };
}

function newSeries(measure: Measure, choices: readonly Choice[], values: readonly number[]): Series {
  const fixed = choices.filter((choice) => choice !== TOTAL).length;
  const summed = choices.some((choice) => typeof choice !== 'string');
  return { measure, choices, isChange: false, values, fixed, summed };
}

function changeOf(series: Series): Series {
  const { values } = series;
  return {
    ...series,
    isChange: true,
    values: values.map((value, at) => value - (values[at - 1] ?? Number.NaN)),
  };
}

function keyOf(choices: readonly Choice[], isChange = false): string {
  return `${isChange ? 'change ' : ''}${choices.map(String).join('|')}`;
}

function asNumber(count: Count): number {
  if (count.kind === 'unknown') return Number.NaN;
  return count.kind === 'impossible' ? 0 : count.count;
}

function singleChoices(codelists: readonly Codelist[]): string[][] {
  let found: string[][] = [codelists.map(() => TOTAL)];
  let last = found;
  for (let fixed = 1; fixed <= codelists.length && found.length < MOST; fixed += 1) {
    last = last.flatMap((choices) => {
      const from = choices.findLastIndex((choice) => choice !== TOTAL) + 1;
      return codelists.flatMap(({ codes }, at) =>
        at < from ? [] : codes.map(({ code }) => choices.with(at, code)),
      );
    });
    found = [...found, ...last];
  }
  return found.slice(0, MOST);
}

/** Sums of some codes of one level of a dimension that the choice leaves at its total. */
function sumsOf(
  choices: readonly Choice[],
  codelists: readonly Codelist[],
): { choices: Choice[]; parts: Choice[][] }[] {
  return codelists.flatMap((codelist, at) => {
    if (choices[at] !== TOTAL) return [];
    const levels = [...new Set(codelist.codes.map(({ level }) => level))];
    return levels.flatMap((level) => {
      const codes = codesAtLevel(codelist, level);
      if (codes.length > MOST_SUMMED) return [];
      return someOf(codes).map((chosen) => ({
        choices: choices.with(at, chosen as Choice),
        parts: chosen.map((code) => choices.with(at, code)),
      }));
    });
  });
}

/** Every choice of at least two codes and not of all. */
function someOf(codes: readonly string[]): string[][] {
  return [...Array(2 ** codes.length).keys()]
    .map((bits) => codes.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1))
    .filter(({ length }) => length > 1 && length < codes.length);
}

/** The leaves of a choice. */
export function leavesOf(choice: Choice, codelist: Codelist): string[] {
  const sets = leafSets(codelist);
  const codes = typeof choice === 'string' ? [choice] : choice;
  return codes.flatMap((code) => [...(sets.get(code) ?? [])]);
}
