/** Citations as an editor asks for them, and what readers are told of the next release at any time. */
import { expect, test } from 'vitest';
import { sentenceText } from '../../../src/site/figures/sentence.ts';
import {
  citeChart,
  citeCounted,
  citeFigure,
  citeListed,
  citeRelease,
  citeShare,
} from '../../../src/site/frame/citation.ts';
import { trustLine } from '../../../src/site/frame/trust.ts';
import { LANGUAGES } from '../../../src/site/messages/languages.ts';
import { type ReleaseView, viewOf, withCells } from '../../../src/site/view.ts';
import { figureOnRecord, fixtureProgram, fixtureSite } from '../fixture.ts';

const site = fixtureSite();

function released(program = site.program): ReleaseView {
  const found = withCells(viewOf({ ...site, program }, 'en'));
  if (found === undefined) throw new Error('no release');
  return found;
}

const PARTS = [/^[^,]+, “/, /, release 2024-Q4, figures to the end of December 2024/, /\/en\/.*\/releases\//];

test('citeChart: author, title, release with its end, address that stays, and the day of reading last', () => {
  const cited = sentenceText(
    citeChart(released(), ['Cards fell'], '/en/quay-card/releases/2024-Q4/cards/#c'),
  );
  for (const part of PARTS) expect(cited).toMatch(part);
  expect(cited).toMatch(/“Cards fell”.* Read on \(add the day\)\.$/);
});

test('citeFigure: whose word it is; what we worked out is our calculation', () => {
  const said = (derived: string) =>
    sentenceText(citeFigure(released(), figureOnRecord({ id: 'all', derived }), '/en/quay-card/record/#all'));
  expect(said('')).not.toMatch(/^Daylight/);
  expect(said('one - other')).toMatch(
    /^Daylight, .*Daylight’s calculation.* from .*\/en\/quay-card\/record\/#all/,
  );
});

test('citeCounted: what we counted of reports, where it stands', () => {
  expect(
    sentenceText(citeCounted(released(), 'Requests by year', '/en/quay-card/requests/#by-year')),
  ).toMatch(/^Daylight, “Requests by year”.*counted from reports: .*#by-year/);
});

test('citeRelease and citeListed lead to the release that never changes', () => {
  const request = { slug: 'requests/one', heading: 'One asked', day: 'May 2, 2023' };
  for (const cited of [citeRelease(released()), citeListed(released(), request)])
    expect(sentenceText(cited)).toMatch(/\/releases\/2024-Q4\/.*Read on/);
});

test('the author is the office that signs, else who answers for the program, else its city; Daylight where tallies are public', () => {
  const authorOf = (change: Parameters<typeof fixtureProgram>[0]) =>
    sentenceText(citeRelease(released(fixtureProgram(change)))).split(',')[0];
  expect(authorOf({})).toBe('Quay');
  expect(authorOf({ contact: { name: 'Quay City Clerk' } })).toBe('Quay City Clerk');
  expect(authorOf({ tallies: 'public' })).toBe('Daylight');
});

test('citeShare: each of the two counts with a period and a source of its own', () => {
  const kept = figureOnRecord({ id: 'kept', value: 5, period: '2023-05', sourceTitle: 'Courier' });
  const all = figureOnRecord({ id: 'all', value: 50, period: '2020/2023', sourceTitle: 'Herald' });
  const cited = sentenceText(citeShare(released(), { title: ['A tenth'], kept, all, href: '/en/' }));
  expect(cited).toMatch(/5 \(May 2023; Courier .*\) of 50 \(2020 to 2023; Herald /);
});

test.each(LANGUAGES.map(({ code }) => code))(
  'the trust line of %s says of the next release what is true on any day',
  (code) => {
    const program = fixtureProgram({ schedule: { daysAfter: 45 } });
    const found = withCells(viewOf({ ...site, program }, code));
    const due =
      found &&
      trustLine(found)
        .map(sentenceText)
        .find((text) => text.includes('2025'));
    expect(due).toMatch(/late|atrasada|spóźnione|逾期|متأخرًا/);
  },
);
