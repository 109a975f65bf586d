/** What was found, in sentences of the reader's language: the first says all in one, the others what it rests on. */
import { fill } from '../../site/island-words.ts';
import type { VerifyWords } from '../../site/verify-words.ts';
import type { Fault } from '../../witness/fault.ts';
import type { Found } from './told.ts';

/** More faults than these would bury the first, from which the others mostly follow. */
const MOST_FAULTS = 20;

interface Said {
  readonly lead: string;
  readonly items: readonly string[];
}

/** `lines` are those that the page has. `number` writes a number in the reader's way. */
export function sentencesOf(
  found: Found,
  lines: ReadonlyMap<string, string>,
  words: VerifyWords,
  number: (value: number) => string,
): Said {
  const { faults } = found;
  const [first] = faults;
  if (first !== undefined) {
    const rest = faults.length - MOST_FAULTS;
    const told = faults.slice(0, MOST_FAULTS).map((fault) => faultSentence(fault, words));
    return {
      lead: fill(words.broken, { fault: faultSentence(first, words) }),
      items:
        faults.length === 1
          ? []
          : [...told, ...(rest > 0 ? [fill(words.more, { count: number(rest) })] : [])],
    };
  }
  const last = found.releases.at(-1);
  const [start] = found.releases;
  const values = { first: start?.release ?? '', last: last?.release ?? '' };
  return {
    lead: fill(found.isWhole ? words.sound : words.partly, values),
    items: [
      fill(words.files, { files: number(found.files), releases: number(found.releases.length) }),
      ...chainSentences(found, words),
      ...signatureSentences(found, words),
      ...certificateSentences(found, words, number),
      fill(lines.has(values.last) ? words.sameLine : words.noLine, { line: `${values.last}.${last?.hash}` }),
    ],
  };
}

function faultSentence({ kind, values }: Fault, words: VerifyWords): string {
  return fill(words.faults[kind], values);
}

function chainSentences({ releases, recalled, isWhole }: Found, words: VerifyWords): string[] {
  const [first] = releases;
  if (isWhole) return [releases.length === 1 ? words.onlyOne : words.chain];
  if (recalled.length > 0)
    return recalled.map(({ release, recalled: day, why }) => fill(words.recalled, { release, day, why }));
  return [fill(words.alone, { release: first?.release ?? '', before: first?.before ?? '' })];
}

function signatureSentences({ releases, signatures }: Found, words: VerifyWords): string[] {
  const last = releases.at(-1)?.release ?? '';
  const told = signatures.map(({ release, id, signer, state }) => {
    const values = { release, id, name: signer?.name ?? '' };
    if (state === 'unsupported') return fill(words.unsupportedSignature, values);
    if (signer === null) return fill(words.signedByNobodyKnown, values);
    if (state === 'revoked') return fill(words.signedRevoked, values);
    return fill(signer.as === 'office' ? words.signedBy : words.witnessedBy, values);
  });
  const isSigned = signatures.some(({ release, state }) => release === last && state !== 'revoked');
  return isSigned ? told : [...told, fill(words.unsigned, { release: last })];
}

function certificateSentences(
  { shown }: Found,
  words: VerifyWords,
  number: (value: number) => string,
): string[] {
  if (shown === null) return [words.notAdded];
  return [shown === 0 ? words.nothingHidden : fill(words.added, { shown: number(shown) })];
}
