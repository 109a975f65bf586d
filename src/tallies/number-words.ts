/**
 * Numbers in words, in the languages of the site: "seven forms" tells of a correction what the digit 7 would. Words that are an
 * article as well ("una caja", "一些") are none; what only the form of a noun tells ("a form") no list of words finds, but for the
 * duals of Arabic, which are two of a thing.
 */
import { valueAt } from '../indexes/look-up.ts';

/** Whole words, in small letters, without the marks of vowels. */
const WORDS: Readonly<Record<string, RegExp>> = {
  en: /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|[mb]illion|dozen|couple|pair)s?|both|single)$/,
  es: /^(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\p{L}+|veinti?\p{L}+|treinta|(?:cuar|cincu|ses|set|och|nov)enta|cien|cient[oa]s?|\p{L}+cient[oa]s|quinient[oa]s|mil|miles|mill[oó]n|millones|docenas?|par|pares|amb[oa]s)$/u,
  pl: /^(?:zero|jeden|jedn(?:a|o|ego|ej|ym|ą|emu)|dwa|dwie|dwóch|dwu|dwoje|dwom|dwoma|dwiema|trzy|trzech|trzem|trzema|troje|czter(?:y|ech|em|ema)|(?:pięć|sześć|dziewięć|dziesięć)|(?:pięci|sześci|siedmi|ośmi|dziewięci|dziesięci)(?:u|oma|oro)|siedem|osiem|\p{L}+na(?:ście|stu|stoma)|\p{L}+(?:dzieścia|dziestu|dzieści|dziesiąt|dziesięciu)|sto|stu|dwieście|dwustu|(?:trzy|czter\p{L}*)sta|(?:trzy|czter[ey])stu|(?:pięć|sześć|siedem|osiem|dziewięć)set|tysiąc\p{L}*|tysięcy|milion\p{L}*|tuzin\p{L}*|parę|oba|obie|obu|oboje)$/u,
  ar: /^(?:[وفبلك]|ال|وال|بال|لل)*(?:صفر|واحده?|احد|احدي|اثن(?:ان|ين|تان|تين|ا|ي|تا|تي)|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثمان(?:يه?)?|تسعه?|عشره?|(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)|\p{L}*(?:مئه|مائه)|مئ(?:ات|تان|تين)|مائت(?:ان|ين)|الف|الاف|الف(?:ان|ين)|مليون|ملايين|(?:شخص|طلب|سجل|نموذج|ملف)(?:ان|ين)|(?:استمار|بطاق|مر)ت(?:ان|ين))$/u,
};

/** Written without blanks: each sign is a number, and one is told by the word of measure behind it. */
const CHINESE = /[二两兩三四五六七八九十百千万萬亿億廿卅零]|一[个個份名位人张張件次条條笔筆例]/u;

/** Where in a text the first number in words begins, counted from 1; undefined where none is found. Languages without a list have none. */
export function numberWordAt(text: string, languages: readonly string[]): number | undefined {
  const lists = ['en', ...languages].flatMap((language) => WORDS[language] ?? []);
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
  const found = words.find(([word]) => lists.some((list) => list.test(plain(word))))?.index;
  const chinese = languages.some((language) => language.startsWith('zh')) ? text.search(CHINESE) : -1;
  const places = [found, chinese < 0 ? undefined : chinese].filter((at) => at !== undefined);
  return places.length === 0
    ? undefined
    : valueAt(
        places.toSorted((one, other) => one - other),
        0,
      ) + 1;
}

/** As the lists have it: in small letters; of Arabic without vowels, and with one form of alef, ya and the last ta. */
function plain(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
}
