import { expect, test } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import { plural } from '../../src/site/messages/plural.ts';

const count = (text: string): Figure => ({ text, origin: { kind: 'threshold', program: 'quay-card' } });
const formOf = (language: string, text: string) =>
  plural(language, count(text), {
    zero: 'zero',
    one: 'one',
    two: 'two',
    few: 'few',
    many: 'many',
    other: 'other',
  });

test('plural in Polish: one, a few, many', () => {
  expect(['1', '2', '5', '12', '22', '1 234'].map((text) => formOf('pl', text))).toEqual([
    'one',
    'few',
    'many',
    'many',
    'few',
    'few',
  ]);
});

test('plural in Arabic: six forms', () => {
  expect(['0', '1', '2', '3', '11', '100'].map((text) => formOf('ar', text))).toEqual([
    'zero',
    'one',
    'two',
    'few',
    'many',
    'other',
  ]);
});

test('plural of a form that is left out: the form for all others', () => {
  expect(plural('zh-Hans', count('1,204'), { one: 'one', other: 'other' })).toBe('other');
});
