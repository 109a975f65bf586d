// Numbers that stand in the source of a script may stand in its bundle, in whatever form.
import { expect, test } from 'vitest';
import { numbersOfSources, scriptFindings } from '../../src/gate/files/script-file.ts';

test('scriptFindings knows a number of the source that is written with separators there', () => {
  const known = numbersOfSources(['const DAY_MS = 86_400_000;']);
  expect(scriptFindings('a.js', 'const a=864e5', known)).toEqual([]);
  expect(scriptFindings('a.js', 'const a=400000', known)).toMatchObject([{ what: '400000' }]);
});

const KNOWN = numbersOfSources(['const LIMIT = 5000; "of 12 cards"']);
const found = (script: string) => scriptFindings('a.js', script, KNOWN).map(({ what }) => what);

test.each([
  ['a pattern with a quotation mark, and code after it', `const a=/["']/;const b=5000`],
  ['a text that its source has', 'const a=`of 12 cards`'],
  ['words of a comment', '/* it is */ const a=1'],
])('scriptFindings finds nothing in %s', (_, script) => {
  expect(found(script)).toEqual([]);
});

test.each([
  ['a number after a pattern with a quotation mark', `const a=/"/;const b=61234;const c=/"/`, '61234'],
  ['digits of a text that are escaped', String.raw`const a="\u0033\u0034 cards"`, '34'],
  ['digits of a template', 'const a=`\\x33\\x34 cards`', '34'],
  ['digits of a pattern', 'const a=/34/', '34'],
  ['a large number with a suffix', 'const a=61234n', '61234'],
  ['a number with separators', 'const a=61_234', '61234'],
  ['a number in a comment', '/* 61234 */', '61234'],
  ['a store by a name that is escaped', String.raw`local\u0053torage.x=1`, 'localStorage'],
  ['a store by a text that is escaped', String.raw`window["local\x53torage"]`, 'localStorage'],
  ['another origin whose address is escaped', String.raw`fetch("\x68ttps://a.example/")`, 'https://'],
])('scriptFindings refuses %s', (_, script, what) => {
  expect(found(script)).toContain(what);
});

test('scriptFindings refuses what is no script', () => {
  expect(scriptFindings('a.js', 'const = 1', KNOWN)).toMatchObject([
    { why: 'A script must be one that can be read.' },
  ]);
});
