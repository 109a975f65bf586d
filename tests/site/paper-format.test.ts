import { expect, test } from 'vitest';
import { paperFormat } from '../../src/print/paper-format.ts';

test.each([
  ['en', 'Letter'],
  ['es', 'Letter'],
  ['zh-Hans', 'Letter'],
  ['es-MX', 'Letter'],
  ['pl-PL', 'A4'],
  ['en-GB', 'A4'],
])('paperFormat of %s: %s', (language, format) => {
  expect(paperFormat(language)).toBe(format);
});
