import { expect, test } from 'vitest';
import { formatDay } from '../../src/figures/dates.ts';
import { formatNumber } from '../../src/figures/figure.ts';
import { parseTranslations } from '../../src/program/translation.ts';

const file = 'translations/es.json';
const parse = (texts: Record<string, string>) =>
  parseTranslations(JSON.stringify({ reviewedBy: null, texts }), file);
const messagesOf = (texts: Record<string, string>) => {
  const checked = parse(texts);
  return checked.ok ? [] : checked.problems.map(({ message }) => message);
};

test('parseTranslations of the numbers of the English text, however thousands are parted: accepted', () => {
  expect(messagesOf({ 'The 100,000th of 14 to 64': 'Numer 100 000 od 14 do 64' })).toEqual([]);
});

test('parseTranslations of a month written as its number: accepted', () => {
  expect(messagesOf({ 'September 11, 2023': '2023年9月11日' })).toEqual([]);
});

test('parseTranslations of a number changed on the way: both are named', () => {
  expect(messagesOf({ 'Under 14': 'Menos de 15' })).toEqual([
    'The translation lacks the number 14.',
    'The English text has no number 15.',
  ]);
});

test('parseTranslations of words turned into digits: refused', () => {
  expect(messagesOf({ 'Two years': '2 años' })).toEqual(['The English text has no number 2.']);
});

test('parseTranslations of an unknown key or an empty text: refused, with the place', () => {
  const unknown = parseTranslations('{"reviewedBy":null,"texts":{},"more":1}', file);
  expect(unknown.ok).toBe(false);
  const empty = parse({ Cards: '' });
  expect(!empty.ok && empty.problems[0]?.column).toBe('texts.Cards');
  expect(parseTranslations('{', file).ok).toBe(false);
});

test('formatNumber in every language: Latin digits, as American readers part them', () => {
  const whole = { percent: false, decimals: 0 };
  expect(['en', 'es', 'zh-Hans', 'ar'].map((language) => formatNumber(145825, language, whole))).toEqual(
    Array(4).fill('145,825'),
  );
  expect(formatNumber(145825, 'pl', whole)).toBe('145\u00a0825');
  expect(formatNumber(0.031, 'es', { percent: true, decimals: 1 })).toMatch(/^3\.1\s?%$/);
});

test('formatDay in every language: Latin digits, a bare year as it stands', () => {
  expect(['es', 'pl', 'zh-Hans', 'ar'].map((language) => formatDay('2025-04-17', language))).toEqual([
    '17 de abril de 2025',
    '17 kwietnia 2025',
    '2025年4月17日',
    '17 أبريل 2025',
  ]);
  expect(formatDay('2025', 'zh-Hans')).toBe('2025');
});
