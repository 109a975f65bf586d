// The search: how texts and questions fall into words, and which sections answer.
import { expect, test } from 'vitest';
import { type Entry, excerptOf, makeFinder, oneForEach } from '../../src/islands/search/find.ts';
import { askedWords, plain, wordsOf } from '../../src/islands/search/words.ts';

test('plain: no capitals, no marks, Western digits, thousands without their sign', () => {
  expect(plain('Poznań ٢٠٢٥ 145,825 145\u00a0825')).toBe('poznan 2025 145825 145825');
  expect(plain('Jak DŁUGO Łódź, Straße')).toBe('jak dlugo lodz, strasse');
  expect(plain('القائمة على')).toBe(plain('القائمه علي'));
});

test('wordsOf a number: whole, a decimal sign kept', () => {
  expect(wordsOf('3.1% of 87,163')).toEqual(['3·1', 'of', '87163']);
  expect(wordsOf('3,1%')).toEqual(['3·1']);
});

test('wordsOf a code: its parts, and those that follow each other without joints', () => {
  expect(wordsOf('2025-Q2')).toEqual(['2025', '2025q2', 'q2']);
  expect(wordsOf('cubes/cards-issued.csv')).toContain('cardsissued');
});

test('askedWords: a code whole, Chinese in pairs', () => {
  expect(askedWords('2025–q2, cards-issued')).toEqual(['2025q2', 'cardsissued']);
  expect(askedWords('移民传票')).toEqual(['移民', '民传', '传票']);
  expect(wordsOf('移民传票')).toEqual(expect.arrayContaining(['移民', '民传', '传票']));
});

const entry = (href: string, heading: string, texts: readonly string[], isInvented = false): Entry => ({
  href,
  heading,
  page: 'Who asked',
  program: 'Port, Port Card',
  isInvented,
  rank: 'other',
  texts,
});

const ENTRIES = [
  entry('/a', 'Civil subpoena', ['Border Inspection Service', 'Asks for applications']),
  entry('/b', 'Cards', ['145,825 cards since the start', '31 July']),
  entry('/c', 'Share', ['2,717 of 87,163 applied online (3.1%)']),
  entry('/d', 'How long it is kept', ['Records are destroyed after two years']),
  entry('/e', 'Civil subpoena', ['A demand of an invented office'], true),
];
const find = makeFinder(
  ENTRIES,
  new Map([
    ['ice', ['border']],
    ['retention', ['destroyed', 'kept']],
    ['my data', ['kept']],
  ]),
);
const hrefs = (asked: string) => find(asked).entries.map(({ href }) => href);

test('makeFinder: figures as they are printed, and no other number that begins so', () => {
  expect(hrefs('145,825')).toEqual(['/b']);
  expect(hrefs('145825')).toEqual(['/b']);
  expect(hrefs('3.1%')).toEqual(['/c']);
  expect(hrefs('87')).toEqual([]);
});

test('makeFinder: what readers say finds what is meant, of one word and of several', () => {
  expect(hrefs('ICE')).toEqual(['/a']);
  expect(hrefs('retention')).toEqual(['/d']);
  expect(hrefs('my data')).toEqual(['/d']);
});

test('makeFinder: every word must be found; words may be begun, and one letter may be wrong', () => {
  expect(hrefs('subpoena border')).toEqual(['/a']);
  expect(hrefs('subp')).toEqual(['/a', '/e']);
  expect(hrefs('subpena')).toEqual(['/a', '/e']);
  expect(find('subpoena border').hasAll).toBe(true);
  expect(hrefs('  ')).toEqual([]);
});

test('makeFinder: where no entry has every word, those that have some, and it is said', () => {
  expect(find('subpoena zeppelin')).toEqual({ entries: [ENTRIES[0], ENTRIES[4]], hasAll: false });
  expect(find('zeppelin airship').entries).toEqual([]);
});

test('makeFinder: the invented program comes after real ones', () => {
  expect(hrefs('subpoena').at(-1)).toBe('/e');
});

test('makeFinder: of each page first what says most; the city before its papers, the demand before a copy of it', () => {
  const page = (href: string, rank: Entry['rank'], name: string, lead: string): Entry => ({
    ...entry(href, '', [lead]),
    page: name,
    rank,
  });
  const found = makeFinder(
    [
      page('/copy', 'last', 'Port Courier, 2023: A copy of the subpoena', 'Public records request.'),
      {
        ...page(
          '/copy#facts',
          'last',
          'Port Courier, 2023: A copy of the subpoena',
          'A copy of the subpoena',
        ),
      },
      page('/port', 'home', 'Port Card', 'Port Card is the card of Port.'),
      page('/kept', 'first', 'What is kept', ''),
      page('/demand', 'first', 'Border Inspection Service', 'Administrative subpoena.'),
    ],
    new Map(),
  );
  expect(found('port').entries[0]?.href).toBe('/port');
  expect(found('subpoena').entries.map(({ href }) => href)).toEqual(['/demand', '/copy', '/copy#facts']);
});

test('excerptOf: the text that says most of what was asked', () => {
  expect(excerptOf(ENTRIES[1] as Entry, 'july', new Map())).toBe('31 July');
  expect(excerptOf(ENTRIES[0] as Entry, 'ice', new Map([['ice', ['border']]]))).toBe(
    'Border Inspection Service',
  );
});

test('oneForEach: what a list says of a section is found with the section', () => {
  const listed = entry('/b', 'Mills', ['Mills (district-mills)']);
  const all = oneForEach([...ENTRIES, listed]);
  expect(all).toHaveLength(ENTRIES.length);
  expect(makeFinder(all, new Map())('DISTRICTMILLS').entries.map(({ heading }) => heading)).toEqual([
    'Cards',
  ]);
});

test('makeFinder: words in the order asked for come before the same words elsewhere', () => {
  const wards = makeFinder(
    [
      entry('/24', 'Ward 24', ['Cards issued: 33 in 2023', 'Ward 24 has 33 more, 33']),
      entry('/33', 'Cards by ward', ['Ward 32', 'Ward 33', 'Ward 34']),
    ],
    new Map(),
  );
  expect(wards('Ward 33').entries.map(({ href }) => href)).toEqual(['/33', '/24']);
});
