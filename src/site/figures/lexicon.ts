/**
 * The texts with digits that pages may print besides figures: labels, dates, and what the program's papers,
 * the record and the release say, word for word. A page that prints any other is our own bug.
 */
import { formatDay } from '../../figures/dates.ts';
import { formatNumber } from '../../figures/figure.ts';
import { LITERALS } from '../../figures/literals.ts';
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import type { WordKind } from '../../figures/manifest.ts';
import { sealLine } from '../../formats/previous-file.ts';
import { allowedLine, signatureFile, verifyCommand } from '../../program/signer.ts';
import type { ReleasedRequests, SealedRelease } from '../../release/release.ts';
import type { Elsewhere } from '../load/load-elsewhere.ts';
import type { SiteProgram } from '../load/site-program.ts';
import { withoutMarks } from '../messages/isolate-ids.ts';

export interface Word {
  readonly text: string;
  readonly kind: WordKind;
}

/** A text with the place of its first number. */
interface Entry<T> {
  readonly word: T;
  readonly start: number;
}

/** Words by their first number, longest first, so that `April 17, 2025` is not read as `17`. */
export type Lexicon = ReadonlyMap<string, readonly Entry<Word>[]>;

const NUMBER = /\p{N}+(?:[.,]\p{N}+)*/gu;
const ISO_DATE = /\b\d{4}(?:-\d{2}(?:-\d{2})?)?\b/g;

/** What pages speak of besides programs. */
interface Besides {
  readonly elsewhere?: Elsewhere;
  /** Of the site, where the build knows it. */
  readonly address?: string | undefined;
}

export function buildLexicon(
  programs: readonly SiteProgram[],
  language: string,
  { elsewhere = new Map(), address }: Besides = {},
): Lexicon {
  const papers = programs.flatMap(({ program, recalls, days }) => [
    ...textsIn([program, recalls, [...days.values()]]),
    ...program.signers.map(allowedLine),
  ]);
  const releases = programs.flatMap((site) => site.releases);
  const record = [
    ...programs.flatMap((site) => textsIn(site.record)),
    ...textsIn(elsewhere.get(SOURCE_LANGUAGE)?.requests),
  ];
  const listed = releases.flatMap(({ requests }) => (requests === null ? [] : listedTexts(requests)));
  const periods = releases.flatMap(({ codelists }) =>
    codelists.flatMap(({ dimension, codes }) =>
      dimension === 'period' ? codes.map(({ code }) => code) : [],
    ),
  );
  const changed = releases.flatMap(({ changes }) => textsIn(changes));
  const days = [...papers, ...record, ...listed, ...changed, ...periods].flatMap((text) =>
    [...text.matchAll(ISO_DATE)].map(([day]) => day),
  );
  const dates = new Set(days.flatMap((day) => [day, day.slice(0, 7), day.slice(0, 4)]));
  const kinds: readonly (readonly [WordKind, readonly string[]])[] = [
    ['code', releases.flatMap(codesOf)],
    ['date', [...dates].map((day) => formatDay(day, language))],
    ['program', worded(papers)],
    ['record', worded(record)],
    ['release', [...worded([...releases.flatMap(releaseTexts), ...listed]), ...sizesIn(releases, language)]],
    [
      'translation',
      [
        ...programs.flatMap(({ translations }) => textsIn(translations.get(language)?.texts)),
        ...(language === SOURCE_LANGUAGE ? [] : textsIn(elsewhere.get(language)?.requests)),
      ],
    ],
    ['literal', LITERALS],
    ['address', address === undefined ? [] : [address]],
  ];
  return indexWords(kinds.flatMap(([kind, texts]) => texts.map((text) => ({ text, kind }))));
}

function codesOf({ release, declaration, codelists }: SealedRelease): string[] {
  return [
    release,
    ...codelists.flatMap(({ codes }) => codes.flatMap(({ code, label }) => [code, label])),
    ...declaration.tables.map(({ id }) => id),
  ];
}

/** A bare number is a figure, whatever file it stands in: the count before a correction, an amount in the papers. */
function worded(texts: readonly string[]): string[] {
  return texts.filter((text) => /\p{L}/u.test(text));
}

/** How large the files of releases are. */
function sizesIn(releases: readonly SealedRelease[], language: string): string[] {
  const resources = releases.flatMap(({ datapackage }) => datapackage.resources);
  return resources.map(({ bytes }) => formatNumber(bytes, language, { percent: false, decimals: 0 }));
}

/** Texts of the release's files, the counts in its cubes left out: those are figures. */
function releaseTexts({ datapackage, changes, cubes, audit, seal, signatures }: SealedRelease): string[] {
  const { daylight: _, ...description } = datapackage;
  const notes = [...cubes.values()].flatMap((cells) => cells.map(({ note }) => note));
  const made = audit === null ? [] : [audit.method, audit.engine, audit.solver];
  const signed = signatures.flatMap((id) => [signatureFile(id), verifyCommand(id)]);
  return [...textsIn(description), ...textsIn(changes), ...notes, ...made, ...signed, sealLine(seal)];
}

/** What the docket says in words; its numbers are figures. */
function listedTexts({ docket, events, zeros }: ReleasedRequests): string[] {
  return [docket, events, zeros].flatMap(textsIn);
}

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function indexWords(words: readonly Word[]): Lexicon {
  const lexicon = new Map<string, Entry<Word>[]>();
  const seen = new Set<string>();
  for (const word of words) {
    const [first] = numbersIn(word.text);
    if (first === undefined || seen.has(word.text)) continue;
    seen.add(word.text);
    const entry = { word, start: first.start };
    const known = lexicon.get(first.text);
    if (known === undefined) lexicon.set(first.text, [entry]);
    else known.push(entry);
  }
  for (const known of lexicon.values())
    known.sort((one, other) => other.word.text.length - one.word.text.length);
  return lexicon;
}

interface NumberAt {
  readonly text: string;
  readonly start: number;
}

function numbersIn(text: string): NumberAt[] {
  return [...text.matchAll(NUMBER)].map((match) => ({ text: match[0], start: match.index }));
}

/** The words of the lexicon, or of `others` before them where both are as long, that explain every number in a printed text; `null` for one that none explains. */
export function readWords<T extends { readonly text: string }>(
  printed: string,
  lexicon: Lexicon,
  others: readonly T[] = [],
): (Word | T | null)[] {
  const text = withoutMarks(printed);
  let done = 0;
  return numbersIn(text).flatMap(({ text: number, start }) => {
    if (start < done) return [];
    const fits = (entry: Entry<Word | T>) =>
      start - entry.start >= done && text.startsWith(entry.word.text, start - entry.start);
    const own = others.flatMap((word): Entry<T>[] => {
      const [first] = numbersIn(word.text);
      return first?.text === number ? [{ word, start: first.start }] : [];
    });
    const fitting: readonly (Entry<Word | T> | undefined)[] = [
      ...own.filter(fits),
      lexicon.get(number)?.find(fits),
    ];
    const longest = fitting
      .filter((entry) => entry !== undefined)
      .reduce<Entry<Word | T> | null>(
        (best, entry) => (best === null || entry.word.text.length > best.word.text.length ? entry : best),
        null,
      );
    if (longest === null) return [null];
    done = start - longest.start + longest.word.text.length;
    return [longest.word];
  });
}
