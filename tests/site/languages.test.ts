// Every language that is listed has a file and the other way round; what the files hold is tested in messages/.
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/site/messages/languages.ts';
import { isWritten, languageOf } from '../../src/site/messages/messages.ts';
import { codes } from './messages/written.ts';

test('LANGUAGES are those that have a file of messages', () => {
  expect(LANGUAGES.map(({ code }) => code).sort()).toEqual([...codes].sort());
  expect(codes.every(isWritten)).toBe(true);
});

test.each(codes)('languageOf("%s"): named by its file, written in one direction', (code) => {
  const { code: own, direction } = languageOf(code);
  expect(own).toBe(code);
  expect(direction).toBe(/^(?:ar|fa|he|ur|yi)/.test(code) ? 'rtl' : 'ltr');
});

test('languageOf a language that has no file: an internal error', () => {
  expect(() => languageOf('tlh')).toThrow('internal error');
});
