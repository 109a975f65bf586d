// Every language has every message of English and no other, of the same kind; types see to it, and this to the types.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messages as english } from '../../src/site/messages/en/messages.ts';
import { languageOf } from '../../src/site/messages/messages.ts';

const codes = readdirSync('src/site/messages', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** `docket.people: function`, for every message at any depth; parts of sentences may differ in number. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value) || typeof value !== 'object' || value === null)
    return [`${path}: ${Array.isArray(value) ? 'sentence' : typeof value}`];
  return Object.entries(value)
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`));
}

/** Every text of the messages that is no function. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test.each(codes)('languageOf("%s"): the messages of English, no more and no fewer', (code) => {
  expect(shapeOf(languageOf(code).messages)).toEqual(shapeOf(languageOf('en').messages));
});

test.each(codes)('languageOf("%s"): named by its folder, written in one direction', (code) => {
  const { code: own, direction } = languageOf(code);
  expect(own).toBe(code);
  expect(direction).toBe(/^(?:ar|fa|he|ur|yi)/.test(code) ? 'rtl' : 'ltr');
});

test.each(codes.filter((code) => code !== 'en'))('messages in "%s": none is left in English', (code) => {
  const own = new Set(textsIn(languageOf(code).messages));
  const same = textsIn(english).filter((text) => /\p{L}{4}/u.test(text) && own.has(text));
  expect(same.filter((text) => !SAME_EVERYWHERE.has(text))).toEqual([]);
});

/** Names, and words that two languages share. */
const SAME_EVERYWHERE = new Set(['Daylight', 'Program', 'Total', 'provisional']);

test.each(codes)('messages in "%s": texts for scripts have the names of English to fill in', (code) => {
  const namesIn = (texts: object) =>
    Object.entries(texts).map(([key, text]) => [
      key,
      [...String(text).matchAll(/\{\w+\}/g)].map(String).sort(),
    ]);
  const { words } = languageOf(code).messages.attackPage;
  expect(Object.fromEntries(namesIn(words))).toEqual(Object.fromEntries(namesIn(english.attackPage.words)));
});

test('languageOf a language that has no folder: an internal error', () => {
  expect(() => languageOf('tlh')).toThrow('internal error');
});
