/**
 * Whether a column that is headed as the office likes may be one of the dimensions of which pages know what they mean: by a word of
 * its heading, or by few other letters. A guess, which nobody takes without asking: "Where applied" may be a place.
 */
import { KNOWN_DIMENSIONS } from '../../program/known-dimensions.ts';
import { nearestName } from '../../reading/nearest-name.ts';
import { dimensionOf, type Scanned, tallyDimensions } from './tally-codes.ts';

/** How words begin that such columns are headed with. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  channel: ['appl', 'channel', 'intake', 'method', 'mode', 'via', 'how'],
  age: ['age', 'years'],
  area: ['area', 'borough', 'community', 'district', 'neighbo', 'precinct', 'region', 'ward', 'zip'],
  decision: ['decision', 'decided', 'outcome', 'result', 'disposition', 'status'],
};

export interface Nearness {
  /** The heading of the column, and the id that it has so far. */
  readonly title: string;
  readonly id: string;
  readonly known: string;
}

/** Columns that may be a known dimension which no column is. */
export function nearDimensions(scanned: Scanned): Nearness[] {
  const there = tallyDimensions(scanned);
  return there.flatMap(({ id, label }) => {
    const known = id in KNOWN_DIMENSIONS ? undefined : nearDimension(label);
    return known === undefined || there.some((one) => one.id === known) ? [] : [{ title: label, id, known }];
  });
}

function nearDimension(title: string): string | undefined {
  const words = title.toLowerCase().match(/\p{L}+/gu) ?? [];
  const ids = Object.keys(KNOWN_DIMENSIONS);
  const byWord = ids.find((id) =>
    (WORDS[id] ?? []).some((begin) => words.some((word) => word.startsWith(begin))),
  );
  const names = Object.entries(KNOWN_DIMENSIONS).flat();
  const near = byWord === undefined ? nearestName(title, names) : undefined;
  return byWord ?? (near === undefined ? undefined : dimensionOf(near));
}
