/** Makes sure that a text with digits that is no figure was published elsewhere, word for word. */
import { formatDay } from '../../figures/dates.ts';
import { LITERALS } from '../../figures/literals.ts';
import type { ManifestPage, WordKind } from '../../figures/manifest.ts';
import { formatSize } from './byte-size.ts';
import type { ProgramFacts } from './facts.ts';

export type Word = ManifestPage['words'][number];

/** What may be printed of each kind. */
export type Vocabulary = Readonly<Record<WordKind, ReadonlySet<string>>>;

const ISO_DAY = /\b\d{4}(?:-\d{2}(?:-\d{2})?)?\b/g;

/** Everything that the kinds of words allow, in one language; `address` is that of the site, where it is known. */
export function buildVocabulary(
  programs: readonly ProgramFacts[],
  language: string,
  address: string | undefined,
): Vocabulary {
  const releases = programs.flatMap((program) => [...program.releases.values()]);
  const sizes = releases.flatMap(({ files }) =>
    [...files.values()].map(({ byteLength }) => formatSize(byteLength, language)),
  );
  return {
    date: new Set(programs.flatMap(findDays).map((day) => formatDay(day, language))),
    code: new Set([
      ...releases.flatMap(({ codes }) => [...codes]),
      ...programs.flatMap(({ id, releases: own }) => [id, ...own.keys()]),
    ]),
    program: new Set(programs.flatMap(({ texts }) => worded(texts))),
    record: new Set(programs.flatMap(({ recordFields }) => worded(recordFields))),
    release: new Set([...releases.flatMap(({ fields }) => worded(fields)), ...sizes]),
    translation: new Set(programs.flatMap(({ translations }) => [...(translations.get(language) ?? [])])),
    literal: new Set(LITERALS),
    address: new Set(address === undefined ? [] : [address]),
  };
}

/** A bare number is a figure, whatever file it stands in. */
function worded(texts: ReadonlySet<string>): string[] {
  return [...texts].filter((text) => /\p{L}/u.test(text));
}

/** Days, months and years that stand in `program.json`, the record or a release, and the years and months in them. */
function findDays({ texts, recordFields, releases }: ProgramFacts): string[] {
  const fields = [...releases.values()].flatMap((release) => [...release.fields]);
  const days = [...texts, ...recordFields, ...fields].flatMap((text) =>
    [...text.matchAll(ISO_DAY)].map(([day]) => day),
  );
  return days.flatMap((day) => [day, day.slice(0, 7), day.slice(0, 4)]);
}

export function checkWord({ text, kind }: Word, vocabulary: Vocabulary): string | undefined {
  return vocabulary[kind].has(text) ? undefined : `No text of kind "${kind}" reads like this.`;
}
