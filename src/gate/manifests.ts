/** The manifests that the build wrote beside `dist`: read, and checked figure by figure and word by word. */
import { type Manifest, type ManifestPage, manifestSchema } from '../figures/manifest.ts';
import { checkFigure } from './facts/check-figure.ts';
import { buildVocabulary, checkWord, type Vocabulary } from './facts/check-word.ts';
import type { Facts } from './facts/facts.ts';
import type { Finding } from './finding.ts';
import { findNumbers } from './numbers.ts';
import type { Files } from './read-files.ts';
import { addressOf, type Root } from './root.ts';
import { fileOf } from './site-files.ts';

export interface Listed {
  /** By file in `dist`. */
  readonly pages: ReadonlyMap<string, ManifestPage>;
  readonly findings: readonly Finding[];
}

const MANIFEST = /(?:^|\/)figures\.json$/;

export function isManifest(path: string): boolean {
  return MANIFEST.test(path);
}

/** Those of `unchanged` need no reading: their pages are unchanged too. */
export function readManifests(
  files: Files,
  facts: Facts,
  root: Root,
  unchanged: ReadonlySet<string> = new Set(),
): Listed {
  const pages = new Map<string, ManifestPage>();
  const findings: Finding[] = [];
  const vocabularies = new Map<string, Vocabulary>();
  /** Built once per language. */
  const vocabularyIn = (language: string): Vocabulary => {
    const known =
      vocabularies.get(language) ?? buildVocabulary([...facts.values()], language, addressOf(root));
    vocabularies.set(language, known);
    return known;
  };
  for (const [path, bytes] of files) {
    if (!isManifest(path) || unchanged.has(path)) continue;
    const manifest = parseManifest(path, new TextDecoder().decode(bytes));
    if ('why' in manifest) findings.push(manifest);
    else {
      for (const page of manifest.pages) {
        findings.push(
          ...placeFindings(path, page, pages, files),
          ...pageFindings(path, page, facts, vocabularyIn(languageOf(page))),
        );
        pages.set(fileOf(page.path), page);
      }
    }
  }
  return { pages, findings };
}

function parseManifest(file: string, text: string): Manifest | Finding {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return {
      file,
      where: '',
      what: '',
      why: 'The manifest is not in the form that src/figures/manifest.ts describes.',
    };
  }
}

/** A page is listed once, in a manifest at or above it, and exists. */
function placeFindings(
  file: string,
  { path }: ManifestPage,
  known: ReadonlyMap<string, ManifestPage>,
  files: Files,
): Finding[] {
  const finding = (why: string): Finding[] => [{ file, where: path, what: '', why }];
  if (known.has(fileOf(path))) return finding('The page is listed twice.');
  if (!files.has(fileOf(path))) return finding('The page does not exist.');
  return path.startsWith(`/${file.replace(MANIFEST, '')}`)
    ? []
    : finding('The page does not stand below its manifest.');
}

function pageFindings(file: string, page: ManifestPage, facts: Facts, vocabulary: Vocabulary): Finding[] {
  const language = languageOf(page);
  const figures = page.figures.map((figure) => ({
    what: figure.text,
    why: checkFigure(figure, language, facts),
  }));
  const words = page.words.map((word) => ({ what: word.text, why: checkWord(word, vocabulary) }));
  const ticks = page.ticks.map(({ text }) => ({ what: text, why: checkTick(text, vocabulary) }));
  return [...figures, ...words, ...ticks].flatMap(({ what, why }) =>
    why === undefined ? [] : [{ file, where: page.path, what, why }],
  );
}

/** A tick is one number, or the label of a period. */
function checkTick(text: string, { code, date }: Vocabulary): string | undefined {
  const isNumber = findNumbers(text).length === 1 && /^[^\p{L}]*[kKmM]?$/u.test(text);
  return isNumber || code.has(text) || date.has(text)
    ? undefined
    : 'A tick is one number or the label of a period.';
}

function languageOf({ path }: ManifestPage): string {
  return path.split('/')[1] ?? '';
}
