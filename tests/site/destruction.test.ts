/** The invented city's destruction schedule, recounted from its published cells by other means. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PublishedCell } from '../../src/program/cell.ts';
import { parseProgram } from '../../src/program/parse-program.ts';
import type { Retention } from '../../src/program/retention/retention.ts';
import { readReleases } from '../../src/release/read-release.ts';
import type { SealedRelease } from '../../src/release/release.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import {
  cohortsOf,
  existingAfter,
  lastChange,
  neverGone,
  todaysRule,
  whatIfRule,
} from '../../src/site/pages/kept/cohorts.ts';
import { destructionSections } from '../../src/site/pages/kept/destruction.ts';
import { keptUntilBlocks } from '../../src/site/pages/kept/kept-until.ts';
import { type ReleaseView, viewOf, withCells } from '../../src/site/view.ts';
import { RECORD } from './fixture.ts';

const FOLDER = 'data/programs/example-city';
let site: SiteProgram;
let records: Retention;
let view: ReleaseView;

/** Cards issued online to an age in a fiscal year, by the tallies, which are invented. */
function tallied(year: string, age: string): number {
  const first = `${Number(year.slice(2)) - 1}-07`;
  const months = [first, `${year.slice(2)}-06`] as const;
  return readFileSync(`${FOLDER}/tallies/cards-issued.csv`, 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .filter(([month = '', channel, kind, own]) => {
      const isWithin = month >= months[0] && month <= months[1];
      return isWithin && channel === 'online' && kind === '_T' && own === age;
    })
    .reduce((sum, fields) => sum + Number(fields[5]), 0);
}

/** With the counts that lots hide: what is reckoned here is not what is hidden. */
function shown(release: SealedRelease): SealedRelease {
  const show = (cell: PublishedCell): PublishedCell => {
    const [year = '', channel, kind, age = '', area] = cell.codes;
    const isAsked =
      year.startsWith('FY') && channel === 'online' && kind === '_T' && age !== '_T' && area === '_T';
    return cell.status === 'c' && isAsked ? { ...cell, count: tallied(year, age), status: '' } : cell;
  };
  const cubes = [...release.cubes].map(
    ([measure, cells]) => [measure, measure === 'cards-issued' ? cells.map(show) : cells] as const,
  );
  return { ...release, cubes: new Map(cubes) };
}

function viewWith(change: (release: SealedRelease) => SealedRelease): ReleaseView {
  const changed = { ...site, releases: site.releases.slice(-1).map(shown).map(change) };
  const found = withCells(viewOf(changed, 'en'));
  if (found === undefined) throw new Error('no release');
  return found;
}

beforeAll(async () => {
  const program = parseProgram(readFileSync(`${FOLDER}/program.json`, 'utf8'), 'program.json');
  const releases = await readReleases(FOLDER);
  if (!program.ok || !releases.ok || program.value.records === undefined) throw new Error('not readable');
  records = program.value.records;
  site = {
    program: program.value,
    record: RECORD,
    releases: releases.value,
    recalls: [],
    days: new Map(),
    translations: new Map(),
  };
  view = viewWith((release) => release);
});

/** Published cards issued online to an age in a fiscal year. */
function cards(year: number, age: string): number {
  return view.source.cells.get(`cards-issued|FY${year}|online|_T|${age}|_T`)?.count ?? 0;
}

function count(later: number, rule = todaysRule): number {
  const found = existingAfter(view, cohortsOf(view, records), rule, later);
  if (found?.range.least !== found?.range.most) throw new Error('a range');
  return found?.range.least ?? 0;
}

describe('existingAfter', () => {
  test('gives at first all records that are held, as the release counts them', () => {
    const held = view.source.cells.get('records-held|FY2025|online|_T')?.count;
    expect(held).toBeGreaterThan(1000);
    expect(count(0)).toBe(held);
  });

  test('takes away, year by year, those whose age has come', () => {
    // Cards of June 2022 and before: three years valid under 14 and two years kept, so gone by June 2027.
    expect(count(1) - count(2)).toBeGreaterThanOrEqual(cards(2022, 'under-14'));
    for (let later = 0; later < 8; later += 1) expect(count(later + 1)).toBeLessThanOrEqual(count(later));
  });

  test('leaves for ever those of cards that never expire', () => {
    const old = [2022, 2023, 2024, 2025].reduce((sum, year) => sum + cards(year, '65-plus'), 0);
    expect(neverGone(view, cohortsOf(view, records), todaysRule)?.range.least).toBe(old);
    expect(count(50)).toBe(old);
  });

  test('gives nobody where records go at once, and where nobody applied online', () => {
    const [printed, , without] = records.whatIf;
    const cohorts = cohortsOf(view, records);
    for (const rule of [printed, without]) {
      if (rule === undefined) throw new Error('no what-if');
      expect(existingAfter(view, cohorts, whatIfRule(rule), 0)).toBeNull();
    }
  });

  test('keeps fewer under a shorter rule, and the same for ever', () => {
    const [, oneYear] = records.whatIf;
    if (oneYear === undefined) throw new Error('no what-if');
    const rule = whatIfRule(oneYear);
    for (const later of [0, 1, 2, 3]) expect(count(later, rule)).toBeLessThanOrEqual(count(later));
    expect(count(50, rule)).toBe(count(50));
  });
});

describe('a hidden cell', () => {
  const hide = (range: { least: number; most: number | null }, isHidden: (address: string) => boolean) =>
    viewWith((release) => {
      const cubes = [...release.cubes].map(([measure, cells]) => {
        const hidden = (cell: PublishedCell): PublishedCell =>
          cell.count !== null && isHidden([measure, ...cell.codes].join('|'))
            ? { ...cell, count: null, status: 'c' }
            : cell;
        return [measure, cells.map(hidden)] as const;
      });
      const proved = cubes.flatMap(([measure, cells]) =>
        cells.flatMap(({ codes, status }) =>
          status === 'c' ? [{ measure, cell: codes.join('|'), verdict: 'open' as const, ...range }] : [],
        ),
      );
      return {
        ...release,
        cubes: new Map(cubes),
        audit: release.audit && { ...release.audit, ranges: proved },
      };
    });
  const own = (address: string) => address === 'cards-issued|FY2025|online|_T|14-64|_T';

  test('goes in as the one number that totals leave it, whatever the audit proved of it alone', () => {
    const changed = hide({ least: 100, most: 3000 }, own);
    const found = existingAfter(changed, cohortsOf(changed, records), todaysRule, 0);
    expect(found?.range).toEqual({ least: count(0), most: count(0) });
    expect([found?.least.origin, found?.most?.origin]).toMatchObject([
      { kind: 'cells', formula: 'least' },
      { kind: 'cells', formula: 'most' },
    ]);
  });

  test('goes in as the range that is left, where no total says more', () => {
    const shipped = withCells(viewOf(site, 'en', '2025-Q2'));
    if (shipped === undefined) throw new Error('no release');
    const found = existingAfter(shipped, cohortsOf(shipped, records), todaysRule, 2);
    expect(found?.range.least).toBeLessThan(found?.range.most ?? 0);
    expect(found?.range.least).toBeLessThanOrEqual(count(2));
    expect(found?.range.most).toBeGreaterThanOrEqual(count(2));
  });

  test('without a limit leaves the sum without one', () => {
    const changed = hide({ least: 0, most: null }, () => true);
    const found = existingAfter(changed, cohortsOf(changed, records), todaysRule, 0);
    expect(found?.most).toBeNull();
    expect(JSON.stringify(destructionSections(changed))).toContain('or more');
  });

  test('of which the audit says nothing makes no figure', () => {
    const changed = viewWith((release) => ({
      ...hide({ least: 0, most: 1 }, own).release,
      audit: null,
      release: release.release,
    }));
    expect(existingAfter(changed, cohortsOf(changed, records), todaysRule, 0)).toBeUndefined();
  });
});

test.each(['2025-Q1', '2025-Q2'])(
  'existingAfter of %s as it was published never contradicts what is held',
  (id) => {
    const shipped = withCells(viewOf(site, 'en', id));
    if (shipped === undefined) throw new Error('no release');
    const [year] = [...shipped.source.cells.keys()]
      .flatMap((key) => /^records-held\|(FY\d+)\|online\|_T$/.exec(key)?.[1] ?? [])
      .slice(-1);
    const held = shipped.source.cells.get(`records-held|${year}|online|_T`)?.count ?? Number.NaN;
    const left = Array.from({ length: 12 }, (_, later) =>
      existingAfter(shipped, cohortsOf(shipped, records), todaysRule, later),
    );
    expect(
      left.map((found) => (found?.range.least ?? 0) > held || (found?.range.most ?? held) > held),
    ).not.toContain(true);
    const isNewest = id === '2025-Q2';
    if (isNewest) expect(left[0]?.range).toEqual({ least: held, most: held });
  },
);

/** What the chart of a release says: its title, and per size of it the texts of its key and of its ends. */
function chartOf(id: string) {
  const [section] = destructionSections(viewOf(site, 'en', id));
  const [chart] = section?.blocks ?? [];
  if (chart?.kind !== 'chart') throw new Error('no chart');
  const texts = chart.drawing.plans.map(({ marks }) => ({
    key: marks.flatMap((mark) => (mark.kind === 'words' && mark.style === 'key' ? [mark.text] : [])),
    ends: marks.flatMap((mark) =>
      mark.kind === 'figure' && mark.isQuiet !== true
        ? [[mark.figure.text, mark.words, mark.to?.text].filter(Boolean).join(' ')]
        : [],
    ),
  }));
  return { title: sentenceText(chart.title), texts };
}

describe('destructionSections draws', () => {
  test('both ends of a range, and one number where published counts leave no other', () => {
    expect(chartOf('2025-Q1').texts.map(({ ends }) => ends)).toEqual([
      ['5,445', '410 to 490'],
      ['5,445', '410 to 490'],
    ]);
    expect(chartOf('2025-Q2').texts[1]?.ends).toEqual(['9,422', '761']);
  });

  test('a finding as its title, with the least where nobody can tell how many never go', () => {
    expect(chartOf('2025-Q2').title).toBe(
      'Under today’s rules, 761 records are never destroyed (age: 65 and over)',
    );
    expect(chartOf('2025-Q1').title).toMatch(
      /^Under today’s rules, at least 410 records still exist at the end of /,
    );
  });

  test('what-ifs that come to the same as one line with one name, in lines where it is long', () => {
    const [phone, wide] = chartOf('2025-Q2').texts;
    expect(wide?.key[1]).toBe('Destroyed when the card is printed; No online applications');
    // Ranges of a few records are thinner than a line: nobody looks for a hatch in the key.
    expect(wide?.key).toHaveLength(3);
    expect(phone?.key.slice(1, 3).join(' ')).toBe(wide?.key[1]);
  });
});

test('lastChange is the year in which the last record that ever goes is gone', () => {
  // Cards of the newest year, four years valid at 14 to 64, kept two more.
  expect(lastChange(cohortsOf(view, records), [todaysRule])).toBe(6);
});

test('destructionSections of a program without a release has its rules and says where none is on the record', () => {
  const file = 'data/programs/chicago-citykey/program.json';
  const program = parseProgram(readFileSync(file, 'utf8'), file);
  if (!program.ok) throw new Error('not readable');
  const sections = destructionSections(viewOf({ ...site, program: program.value, releases: [] }, 'en'));
  const [section] = sections;
  expect(section?.blocks.map(({ kind }) => kind)).toEqual(['table', 'table']);
  expect(JSON.stringify(section)).toContain('Reports do not give the rule');
  expect(JSON.stringify(section)).not.toContain('"cells":["');
});

test('keptUntilBlocks of a way that is open still: a month of each year, until when at each age, and whose records never go', () => {
  const online = site.program.channels.find(({ id }) => id === 'online');
  const [table] = online === undefined ? [] : keptUntilBlocks(view, online);
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.columns).toEqual(['Applied in', 'Under 14', '14 to 64']);
  const rows = table.rows.map(({ heading, cells }) =>
    [heading, ...cells].map((cell) => ('address' in cell ? '' : sentenceText(cell))),
  );
  expect(rows[0]).toEqual(['March 2022', 'March 2027', 'March 2028']);
  expect(rows.at(-1)).toEqual(['March 2025', 'March 2030', 'March 2031']);
  const notes = table.notes.map(sentenceText);
  expect(notes).toContain('65 and over: always kept');
  expect(notes.some((note) => note.includes('as many months longer'))).toBe(true);
});
