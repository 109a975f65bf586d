/** In Spanish "de" and "a" grow together with the article after them, also where a message puts the two side by side: `del año fiscal`. */
import type { Sentence } from '../figures/sentence.ts';

const BEFORE = /(?:^|\s)(?:de|a) $/i;
const ARTICLE = /^el (?=\p{Ll})/u;

export function contract(sentence: Sentence, language: string): Sentence {
  if (language !== 'es') return sentence;
  const isArticle = sentence.map(
    (part, at) => typeof part === 'string' && ARTICLE.test(part) && BEFORE.test(textOf(sentence[at - 1])),
  );
  return sentence.map((part, at) => {
    if (typeof part !== 'string') return part;
    const own = isArticle[at] === true ? part.replace(ARTICLE, '') : part;
    return isArticle[at + 1] === true ? `${own.slice(0, -1)}l ` : own;
  });
}

function textOf(part: Sentence[number] | undefined): string {
  return typeof part === 'string' ? part : '';
}
