/** Numbers in words, in every language of the site: found where they tell a count, and not in words that only look like one. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/site/messages/languages.ts';
import { numberWordAt } from '../../src/tallies/number-words.ts';
import { readReason } from '../../src/tallies/reason.ts';

const TELLING: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Seven people were counted again',
    'Forms of twenty-one people',
    'A dozen forms',
    'One form was found',
    'Both forms',
  ],
  es: [
    'Faltaban siete formularios',
    'Se hallaron veintidós fichas',
    'Doscientas fichas',
    'Una docena de fichas',
  ],
  pl: ['Znaleziono siedem formularzy', 'Dane pięciu osób', 'Trzynaście kart', 'Obu osób', 'Jednej osoby'],
  ar: ['سُجلت سبع استمارات', 'وُجدت ثلاثةَ عشر طلبًا', 'أُضيف شخصان', 'وخمسة أشخاص', 'بطاقتين'],
  'zh-Hans': ['补录了七份表格', '漏了两人', '漏记一份表格', '十二张卡'],
};
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  en: [
    'A box of forms that had been left out is counted.',
    'Someone counted the tens of thousandths anew; often the weight was wrong',
    'The online way was counted as another',
  ],
  es: ['Se contó una caja de formularios que faltaba', 'Un sistema nuevo para la oficina'],
  pl: ['Policzono pudło formularzy, które pominięto', 'Postawiono nowy system', 'Stare formularze'],
  ar: ['احتُسب صندوق استمارات كان قد سقط', 'صُحح النظام'],
  'zh-Hans': ['补录了一箱遗漏的表格', '统一了口径', '系统更新后重新计算'],
};

test('every language of the site has words that tell and words that do not', () => {
  const codes = LANGUAGES.map(({ code }) => code).sort();
  expect([Object.keys(TELLING).sort(), Object.keys(PLAIN).sort()]).toEqual([codes, codes]);
});

const cases = (lists: typeof TELLING) =>
  Object.entries(lists).flatMap(([language, texts]) => texts.map((text) => [language, text] as const));

test.each(cases(TELLING))(
  'readReason refuses the number in words of %s "%s", and does not repeat it',
  (language, text) => {
    const read = readReason('reason.txt', Buffer.from(text), ['en', language]);
    expect(read).toMatchObject({ ok: false, problems: [{ line: 1, code: 'reason-number-word' }] });
    const said = JSON.stringify(read).toLowerCase();
    for (const word of text
      .toLowerCase()
      .split(' ')
      .filter((one) => one.length > 4 && one !== 'forms'))
      expect(said).not.toContain(word);
  },
);

test.each(cases(PLAIN))('readReason takes what tells no number, as %s "%s"', (language, text) => {
  expect(readReason('reason.txt', Buffer.from(text), ['en', language])).toEqual({ ok: true, value: text });
});

test('plain English is taken whatever languages the site has', () => {
  const languages = LANGUAGES.map(({ code }) => code);
  for (const text of [...(PLAIN.en ?? []), 'The dataset of the office was reset, for parts of a month'])
    expect(numberWordAt(text, languages), text).toBeUndefined();
});

test('numberWordAt says at which character, and asks of languages of the site alone', () => {
  expect(numberWordAt('Of these seven were left out', ['en'])).toBe(10);
  expect(numberWordAt('Faltaban siete', ['en'])).toBeUndefined();
  expect(numberWordAt('Faltaban siete', ['en', 'es'])).toBe(10);
  expect(numberWordAt('漏记七份', ['zh-Hans'])).toBe(3);
});
