// Whatever number is planted wherever a reader or a machine could find it, the gate finds it too.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/gate/check-files.ts';
import { AGAINST, HTML, siteWith } from './fixture.ts';

/** Offsets of the page that lie in text, outside tags. */
const TEXT_OFFSETS = [...HTML.matchAll(/>([^<]+)/g)].flatMap(({ index, 1: text = '' }) =>
  Array.from({ length: text.length }, (_, offset) => index + 1 + offset),
);
/** Offsets behind the name of a tag, where an attribute may stand. */
const TAG_OFFSETS = [...HTML.matchAll(/<[a-z]+(?=[\s>])/g)].map(({ index, 0: tag }) => index + tag.length);

const number = fc.oneof(
  fc.nat(40).map(String),
  fc.nat(2_000_000).map((value) => value.toLocaleString('en')),
);
const splice = (offset: number, text: string): string => HTML.slice(0, offset) + text + HTML.slice(offset);

test('checkFiles finds any number planted in any text', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXT_OFFSETS), number, (offset, planted) => {
      expect(checkFiles(siteWith({ html: splice(offset, ` ${planted} `) }), AGAINST)).not.toEqual([]);
    }),
  );
});

test('checkFiles finds any number planted in an attribute of any element', () => {
  const name = fc.constantFrom(
    'title',
    'alt',
    'aria-label',
    'data-count',
    'value',
    'datetime',
    'content',
    'summary',
  );
  fc.assert(
    fc.property(fc.constantFrom(...TAG_OFFSETS), name, number, (offset, attribute, planted) => {
      const html = splice(offset, ` ${attribute}="${planted}"`);
      expect(checkFiles(siteWith({ html }), AGAINST)).not.toEqual([]);
    }),
  );
});

test('checkFiles finds any digit of the page that is changed', () => {
  const digits = TEXT_OFFSETS.filter((offset) => /\d/.test(HTML[offset] ?? ''));
  fc.assert(
    fc.property(fc.constantFrom(...digits), fc.nat(9), (offset, digit) => {
      fc.pre(HTML[offset] !== String(digit));
      const html = HTML.slice(0, offset) + digit + HTML.slice(offset + 1);
      expect(checkFiles(siteWith({ html }), AGAINST)).not.toEqual([]);
    }),
  );
});
