// The measures of how easily prose is read, in English and in Spanish.
import { expect, test } from 'vitest';
import { readingGrade, spanishEase, spanishSyllables, syllables } from './reading-grade.ts';

test('syllables of everyday words', () => {
  const counted = ['the', 'page', 'city', 'online', 'asked', 'wanted', 'records', 'applied', 'people', 'a'];
  expect(counted.map(syllables)).toEqual([1, 1, 2, 2, 1, 2, 2, 2, 2, 1]);
});

test('readingGrade of plain and of learned prose', () => {
  expect(readingGrade(['The cat sat on the mat. It was red.'])).toBeLessThan(2);
  expect(
    readingGrade([
      'The administrative determination necessitates comprehensive consideration of numerous complicated circumstances.',
    ]),
  ).toBeGreaterThan(16);
});

test('syllables of everyday words in Spanish, and the ease of plain and of learned prose', () => {
  const counted = ['ciudad', 'guarda', 'expediente', 'quien', 'día', 'leer', 'muy', 'gratuita', 'solicitó'];
  expect(counted.map(spanishSyllables)).toEqual([2, 2, 4, 1, 2, 2, 1, 3, 4]);
  expect(spanishEase(['El gato duerme al sol. La casa es roja.'])).toBeGreaterThan(90);
  expect(
    spanishEase(['La determinación administrativa necesita la consideración exhaustiva de circunstancias.']),
  ).toBeLessThan(20);
});
