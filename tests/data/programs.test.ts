import { describe, expect, test } from 'vitest';
import { TOTAL } from '../../src/program/codelist.ts';
import { compareReleases, releaseEnd } from '../../src/program/period.ts';
import { programCodelists } from '../../src/program/program.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { translationGaps } from '../../src/site/translate/site-program.ts';
import { PROGRAM_IDS, readProgram } from './programs.ts';

test('the repository ships one invented program and real ones', () => {
  const natures = PROGRAM_IDS.map((id) => readProgram(id).nature);
  expect(natures.filter((nature) => nature === 'invented')).toHaveLength(1);
  expect(natures.filter((nature) => nature === 'real').length).toBeGreaterThan(1);
});

describe.each(PROGRAM_IDS)('%s', (id) => {
  const program = readProgram(id);
  const ends = program.releases.map((release) => releaseEnd(release) ?? 0);
  const codelists = ends.length === 0 ? [] : programCodelists(program, Math.max(...ends));

  test('program.json has the name of its folder', () => {
    expect(program.id).toBe(id);
  });

  test('releases are listed oldest first, and only where there are tallies', () => {
    expect(program.releases.toSorted(compareReleases)).toEqual(program.releases);
    expect(program.releases.length > 0).toBe(program.tallies !== 'none');
  });

  test('every note speaks of codes that exist', () => {
    const unknown = program.notes.flatMap(({ at }) =>
      Object.entries(at).flatMap(([dimension, codes]) => {
        const known =
          codelists.find((list) => list.dimension === dimension)?.codes.map(({ code }) => code) ?? [];
        return codes
          .filter((code) => code !== TOTAL && !known.includes(code))
          .map((code) => `${dimension}.${code}`);
      }),
    );
    expect(unknown).toEqual([]);
  });

  test('every channel that is also a code has the same label in both places', () => {
    const codes = program.dimensions.find((dimension) => dimension.id === 'channel')?.codes ?? [];
    for (const { code, label } of codes) {
      expect(program.channels.find((channel) => channel.id === code)?.label).toBe(label);
    }
  });

  test('every table has an id of its own', () => {
    const ids = program.tables.map((table) => table.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('nyc-idnyc tells three reasons apart why a month has no count', () => {
  const missing = readProgram('nyc-idnyc').notes.filter(({ status }) => status === 'x');
  expect(new Set(missing.map(({ note }) => note)).size).toBe(3);
  const periods = missing.flatMap(({ at }) => at.period ?? []);
  expect(periods).toEqual(expect.arrayContaining(['2023-10', '2023-11', '2024-03', '2016-01']));
});

test('nyc-idnyc marks the years that lack a month', () => {
  const remarks = readProgram('nyc-idnyc').notes.filter(({ status }) => status === '');
  const marked = remarks.flatMap(({ at }) => at.period ?? []);
  expect(marked).toEqual(expect.arrayContaining(['2023', '2024-01..2024-06']));
});

test('chicago-citykey has no counts of its own', () => {
  const { measures, tables, releases } = readProgram('chicago-citykey');
  expect([...measures, ...tables, ...releases]).toEqual([]);
});

test('no translation is left over of what a program says no more', async () => {
  const programs = await readPrograms('data');
  const gaps = programs.flatMap((site) =>
    [...site.translations].map(([language, told]) => [
      `${site.program.id} ${language}`,
      translationGaps(site, language, told),
    ]),
  );
  expect(gaps.length).toBeGreaterThan(10);
  expect(gaps.filter(([, gap]) => JSON.stringify(gap) !== '{"missing":[],"surplus":[]}')).toEqual([]);
});
