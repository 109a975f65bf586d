/**
 * Accounts for every number of a page: each must be part of a figure, a tick or a word of its manifest, as
 * often as the manifest says, or of a structure (see structure.ts).
 */
import type { ManifestPage } from '../figures/manifest.ts';
import type { Finding } from './finding.ts';
import { findNumbers } from './numbers.ts';
import { type Place, tidy } from './places.ts';
import type { Site } from './site-files.ts';
import { STRUCTURES } from './structure.ts';

/** A text of the manifest, how often it may stand on the page, and how often it has been found. */
interface Entry {
  readonly text: string;
  readonly isTick: boolean;
  times: number;
  found: number;
}

/** Entries by their first number, longest text first, so that `April 17, 2025` is not read as `17`. */
type Ledger = ReadonlyMap<string, readonly Entry[]>;

export function accountPage(
  file: string,
  places: readonly Place[],
  page: ManifestPage,
  site: Site,
): Finding[] {
  const entries = entriesOf(page);
  const ledger = ledgerOf(entries);
  const unexplained = places.flatMap((place) => {
    const finding = structureFinding(file, place, site);
    if (finding !== undefined) return finding === 'fine' ? [] : [finding];
    return leftOver(place, ledger).map((number) => ({
      file,
      where: place.path,
      what: number,
      why: place.isTick
        ? 'The manifest lists no such tick for this page.'
        : 'The number has no origin: no figure or word of the manifest reads like this.',
    }));
  });
  return [...unexplained, ...entries.flatMap((entry) => countFinding(file, entry))];
}

function structureFinding(file: string, place: Place, site: Site): Finding | 'fine' | undefined {
  const structure = STRUCTURES.find(({ holds }) => holds(place));
  if (structure === undefined) return undefined;
  if (structure.allows(place, site)) return 'fine';
  return {
    file,
    where: place.path,
    what: place.text,
    why: `This is not the ${structure.name} as the gate knows it.`,
  };
}

/** The numbers of a place that no entry explains; entries that do are counted. */
function leftOver(place: Place, ledger: Ledger): string[] {
  let done = 0;
  return findNumbers(place.text).flatMap(({ text, start }) => {
    if (start < done) return [];
    const entry = ledger.get(text)?.find((one) => fits(one, place, start - offsetOf(one.text), done));
    if (entry === undefined) return [text];
    entry.found += 1;
    done = start - offsetOf(entry.text) + entry.text.length;
    return [];
  });
}

/** Whether the entry's text stands at `start`, after what is done, and cuts no number in two. */
function fits(entry: Entry, place: Place, start: number, done: number): boolean {
  if (entry.isTick !== place.isTick || start < done || !place.text.startsWith(entry.text, start))
    return false;
  const end = start + entry.text.length;
  return findNumbers(place.text).every(
    (number) => number.end <= start || number.start >= end || (number.start >= start && number.end <= end),
  );
}

/** Where the first number of a text begins. */
function offsetOf(text: string): number {
  return findNumbers(text)[0]?.start ?? 0;
}

/** Figures and words that read alike are one entry; ticks stand apart, since they stand in elements of their own. */
function entriesOf({ figures, ticks, words }: ManifestPage): Entry[] {
  const merge = (texts: readonly { text: string; times: number }[], isTick: boolean) => {
    const merged = new Map<string, Entry>();
    for (const { text, times } of texts) {
      const entry = merged.get(tidy(text)) ?? { text: tidy(text), isTick, times: 0, found: 0 };
      entry.times += times;
      merged.set(entry.text, entry);
    }
    return [...merged.values()];
  };
  return [...merge([...figures, ...words], false), ...merge(ticks, true)];
}

function ledgerOf(entries: readonly Entry[]): Ledger {
  const ledger = new Map<string, Entry[]>();
  for (const entry of [...entries].sort((one, other) => other.text.length - one.text.length)) {
    const [first] = findNumbers(entry.text);
    if (first !== undefined) ledger.set(first.text, [...(ledger.get(first.text) ?? []), entry]);
  }
  return ledger;
}

function countFinding(file: string, { text, isTick, times, found }: Entry): Finding[] {
  if (found === times) return [];
  const what = isTick ? 'tick' : 'figure or word';
  const why = `The manifest lists this ${what} ${times} times, but the page prints it ${found} times.`;
  return [{ file, where: '', what: text, why }];
}
