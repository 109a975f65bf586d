import { expect, test } from 'vitest';
import { parseSiteAddress } from '../../../src/formats/site/site-address.ts';

test.each([
  ['https://ids.example.org', 'https://ids.example.org', '/'],
  ['https://ids.example.org/', 'https://ids.example.org', '/'],
  ['https://org.github.io/daylight', 'https://org.github.io', '/daylight/'],
  ['https://org.github.io/daylight/', 'https://org.github.io', '/daylight/'],
  ['http://192.168.1.5:8080/a/b-2', 'http://192.168.1.5:8080', '/a/b-2/'],
  ['HTTPS://IDS.example.org', 'https://ids.example.org', '/'],
])('parseSiteAddress of %s: %s and %s', (text, origin, base) => {
  expect(parseSiteAddress(text)).toEqual({ origin, base });
});

test.each([
  'ids.example.org',
  '/daylight/',
  'ftp://ids.example.org',
  'https://',
  'https://a.org/?x',
  'https://a.org/#x',
  'https://me@a.org',
  'https://a.org/ä',
  'https://a.org//b',
])('parseSiteAddress of %s: nothing', (text) => {
  expect(parseSiteAddress(text)).toBeUndefined();
});
