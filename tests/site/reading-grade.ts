/**
 * How many years of school a text asks for, by Flesch and Kincaid (Kincaid et al. 1975, Research Branch Report 8-75):
 *
 *   0.39 words / sentences + 11.8 syllables / words - 15.59
 */

const WORD = /[a-z’']+/gi;

/** Sentences end at a full stop, a question mark, a colon, or with the text itself. */
function sentencesIn(text: string): string[] {
  return text.split(/[.!?:]+(?:\s|$)/).filter((sentence) => (sentence.match(WORD) ?? []).length > 0);
}

/** Groups of vowels, a silent `e` at the end left out; at least one. */
export function syllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const silent = plain.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, silent.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

export function readingGrade(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesIn);
  const words = sentences.flatMap((sentence) => sentence.match(WORD) ?? []);
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59;
}

const SPANISH_WORD = /\p{L}+/gu;

/** Vowels that are spoken together count once: a weak one (i, u) with any other, unless it bears an accent. */
export function spanishSyllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/qu|gu(?=[eiéí])/g, 'k')
    .replace(/y$/, 'i');
  const vowels = /[iuü]?[aeoáéó](?:[iuü](?![aeoáéóíú]))?|[iuü][iuü]|[aeoáéóíúiuü]/g;
  return Math.max(1, plain.match(vowels)?.length ?? 0);
}

/**
 * How easy a Spanish text is to read, 0 to 100, by Fernandez Huerta (1959, Consigna 214); 70 and more is what six years of
 * school read:
 *
 *   206.84 - 60 syllables / words - 1.02 words / sentences
 */
export function spanishEase(texts: readonly string[]): number {
  const sentences = texts
    .flatMap((text) => text.split(/[.?!:]+(?:\s|$)/))
    .filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(SPANISH_WORD) ?? []);
  const spoken = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.84 - (60 * spoken) / words.length - (1.02 * words.length) / sentences.length;
}
