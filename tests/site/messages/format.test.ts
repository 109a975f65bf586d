/** A message becomes a text or a sentence; figures and links in it stay what they are. */
import { expect, test } from 'vitest';
import type { Figure } from '../../../src/figures/figure.ts';
import { sentenceText } from '../../../src/site/figures/sentence.ts';
import { type Count, type Message, type Piece, readMessage } from '../../../src/site/messages/format.ts';
import { isolateIds } from '../../../src/site/messages/isolate-ids.ts';

const figure = (text: string): Figure => ({ text, origin: { kind: 'threshold', program: 'rivertown' } });
const link = { href: '/2025-Q2/', label: '2025-Q2' };
const asWritten = (text: string): string => text;

function message<Values>(text: string, language = 'en', inOrder = asWritten): Message<Values> {
  return readMessage(text, language, inOrder) as Message<Values>;
}

test('readMessage without parameters is a text', () => {
  expect(readMessage('Nobody’s. It’s <b>', 'en', asWritten)).toBe('Nobody’s. It’s <b>');
});

test('a message called: a sentence in which figures, links and sentences stand as they were given', () => {
  const of = message<{ who: Piece; count: Piece; where: Piece }>('{who}: {count} in {where}.');
  const count = figure('1,204');
  expect(of({ who: 'Ada', count, where: [link, '!'] })).toEqual(['Ada', ': ', count, ' in ', link, '!', '.']);
});

test('a message as text: one string', () => {
  expect(message<{ name: Piece }>('Open {name}').text({ name: 'Rivertown ID' })).toBe('Open Rivertown ID');
});

test.each([
  ['en', '1', '1 card'],
  ['en', '1,001', '1,001 cards'],
  ['pl', '22', '22 karty'],
  ['pl', '25', '25 kart'],
  ['pl', '1', '1 karta'],
])('a plural in "%s" goes by the count %s as it is printed: %s', (language, text, said) => {
  const forms: Record<string, string> = {
    en: '{n, plural, one {{n} card} other {{n} cards}}',
    pl: '{n, plural, one {{n} karta} few {{n} karty} many {{n} kart} other {{n} karty}}',
  };
  const count = figure(text);
  const sentence = message<{ n: Count }>(forms[language] ?? '', language)({ n: count });
  expect(sentence).toContain(count);
  expect(sentence.map((part) => (typeof part === 'string' ? part : text)).join('')).toBe(said);
});

test('a plural by a number that is not printed, and a select by a word', () => {
  const found = message<{ n: Count; kind: 'city' | 'other' }>(
    '{n, plural, one {One} other {Some}} of {kind, select, city {the city} other {others}}',
  );
  expect(found.text({ n: 1, kind: 'city' })).toBe('One of the city');
  expect(found.text({ n: 2, kind: 'other' })).toBe('Some of others');
});

test('in a language from right to left: ids in texts and in what is filled in stay in order', () => {
  const released = message<{ release: Piece; latest: Piece }>(
    'الإصدار {release} {latest} _T',
    'ar',
    isolateIds,
  );
  expect(released({ release: '2025-Q2', latest: link })).toEqual([
    'الإصدار ',
    '\u20662025-Q2\u2069',
    ' ',
    link,
    ' \u2066_T\u2069',
  ]);
  expect(released.text({ release: '2025-Q2', latest: '' })).toBe(
    'الإصدار \u20662025-Q2\u2069  \u2066_T\u2069',
  );
  expect(readMessage('رمز _T', 'ar', isolateIds)).toBe('رمز \u2066_T\u2069');
});

test('a parameter that is missing: an error, never a gap', () => {
  const of = message<Record<string, string>>('Of {whole}');
  expect(() => of({})).toThrow('whole');
});

test('types refuse a parameter that is missing or misnamed, and a figure in a text', () => {
  const refused = (of: Message<{ readonly whole: Piece; readonly count: Count }>): unknown[] => [
    // @ts-expect-error a parameter is missing
    of({ whole: 'all' }),
    // @ts-expect-error a parameter is misnamed
    of({ whole: 'all', counts: figure('2') }),
    // @ts-expect-error a plural needs a count
    of({ whole: 'all', count: 'two' }),
    // @ts-expect-error a text holds no figure
    of.text({ whole: 'all', count: figure('2') }),
  ];
  expect(refused).toBeTypeOf('function');
});

test('a message in Spanish: "de" and "a" grow together with the article after them', () => {
  const said = readMessage('al final de {period}; igual a {period}; de {name}', 'es', (text) => text);
  if (typeof said === 'string') throw new Error('no message');
  const values = { period: 'el año fiscal 2025', name: 'El Paso' };
  expect(said.text(values)).toBe('al final del año fiscal 2025; igual al año fiscal 2025; de El Paso');
  expect(sentenceText(said(values))).toBe(said.text(values));
});
