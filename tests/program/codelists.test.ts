import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCodelist, parseCodelist } from '../../src/formats/codelist-file.ts';
import {
  childrenOf,
  codelistProblems,
  codesAtLevel,
  hierarchiesOf,
  leafSets,
  TOTAL,
} from '../../src/program/codelist.ts';
import {
  monthCode,
  type PeriodPlan,
  periodCodelist,
  periodMonths,
  releaseEnd,
} from '../../src/program/period.ts';
import { dimensionCodelist, type Program } from '../../src/program/program.ts';

type Dimension = Program['dimensions'][number];

/** Areas that lie in districts, in regions, or in both; groups stand before, between or after their parts. */
const dimensions: fc.Arbitrary<Dimension> = fc
  .record({
    areas: fc.array(fc.record({ district: fc.nat(2), region: fc.nat(2) }), { minLength: 1, maxLength: 8 }),
    names: fc.constantFrom(['district', 'region'], ['region', 'district'], ['district']),
    order: fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 }),
  })
  .map(({ areas, names, order }) => {
    const groups = names.flatMap((name) =>
      [0, 1, 2].map((at) => ({ code: `${name}-${at}`, label: name, level: name })),
    );
    const used = groups.filter(({ code }) =>
      areas.some((area) => names.some((name) => `${name}-${area[name as 'district']}` === code)),
    );
    const leaves = areas.map((area, at) => ({
      code: `area-${at}`,
      label: `Area, "${at}"`,
      parents: Object.fromEntries(names.map((name) => [name, `${name}-${area[name as 'district']}`])),
    }));
    const codes = [...used, ...leaves]
      .map((code, at) => ({ code, at: order[at] ?? 0 }))
      .sort((one, other) => one.at - other.at);
    return { id: 'area', label: 'Area', sensitive: false, codes: codes.map(({ code }) => code) };
  });

/** Releases end with a quarter; fiscal years start with one where there are quarters. */
const plans: fc.Arbitrary<{ plan: PeriodPlan; end: number }> = fc
  .record({
    from: fc.integer({ min: 2018 * 12, max: 2020 * 12 }),
    length: fc.integer({ min: 5, max: 60 }),
    levels: fc.constantFrom<PeriodPlan['levels'][]>(
      ['month'],
      ['quarter', 'year'],
      ['month', 'quarter', 'year'],
      ['month', 'quarter', 'year', 'fiscal-year'],
      ['month', 'fiscal-year'],
    ),
    fiscalYearStartMonth: fc.constantFrom(1, 4, 7, 10),
    partialYear: fc.boolean(),
  })
  .map(({ from, length, ...plan }) => ({
    plan: { ...plan, from: monthCode(from) },
    end: from + length - ((from + length + 1) % 3),
  }));

describe('codelist files', () => {
  test('parseCodelist reads whatever formatCodelist wrote of a dimension', () => {
    fc.assert(
      fc.property(dimensions, (dimension) => {
        const codelist = dimensionCodelist(dimension);
        expect(codelistProblems(codelist, 'program.json')).toEqual([]);
        expect(parseCodelist(formatCodelist(codelist), 'f.csv', 'area')).toEqual({
          ok: true,
          value: codelist,
        });
      }),
    );
  });

  test('parseCodelist reads whatever formatCodelist wrote of periods', () => {
    fc.assert(
      fc.property(plans, ({ plan, end }) => {
        const codelist = periodCodelist(plan, end);
        expect(parseCodelist(formatCodelist(codelist), 'f.csv', 'period')).toEqual({
          ok: true,
          value: codelist,
        });
      }),
    );
  });

  test.each([
    ['an order that is not the order', 'code,parent,hierarchy,level,order,label\na,,all,kind,2,A\n'],
    ['a code with two labels', 'code,parent,hierarchy,level,order,label\na,,one,kind,1,A\na,,two,kind,1,B\n'],
    ['the total as a parent', 'code,parent,hierarchy,level,order,label\na,_T,all,kind,1,A\n'],
  ])('parseCodelist refuses %s', (_, text) => {
    expect(parseCodelist(text, 'f.csv', 'kind')).toMatchObject({ ok: false, problems: [{ code: 'form' }] });
  });
});

describe('periodCodelist', () => {
  test('makes parts of the same hierarchy add up to their parent', () => {
    fc.assert(
      fc.property(plans, ({ plan, end }) => {
        const codelist = periodCodelist(plan, end);
        const months = (code: string) => {
          const [first, last] = periodMonths(code, plan.fiscalYearStartMonth) ?? [0, -1];
          return Array.from({ length: last - first + 1 }, (_, at) => first + at);
        };
        for (const { code } of codelist.codes) {
          for (const hierarchy of hierarchiesOf(codelist)) {
            const parts = childrenOf(codelist, code, hierarchy);
            if (parts.length > 0) expect(parts.flatMap(months)).toEqual(months(code));
          }
        }
      }),
    );
  });

  test('holds closed periods only, from the first month to the end of the release', () => {
    fc.assert(
      fc.property(plans, ({ plan, end }) => {
        for (const { code } of periodCodelist(plan, end).codes) {
          const [first, last] = periodMonths(code, plan.fiscalYearStartMonth) ?? [0, 0];
          expect(monthCode(first) >= plan.from).toBe(true);
          expect(last).toBeLessThanOrEqual(end);
        }
      }),
    );
  });

  test('rolls months up to quarters and calendar years, and to fiscal years beside', () => {
    const plan: PeriodPlan = {
      from: '2024-01',
      levels: ['month', 'quarter', 'year', 'fiscal-year'],
      fiscalYearStartMonth: 7,
      partialYear: false,
    };
    const codelist = periodCodelist(plan, releaseEnd('2025-Q2') ?? 0);
    expect(childrenOf(codelist, '2024', 'calendar')).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
    expect(childrenOf(codelist, 'FY2025', 'fiscal')).toEqual(['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2']);
    expect(childrenOf(codelist, TOTAL, 'calendar')).toEqual(['2025-Q1', '2025-Q2', '2024']);
    expect(childrenOf(codelist, TOTAL, 'fiscal')).toEqual(['2024-Q1', '2024-Q2', 'FY2025']);
  });

  test('gives a year that the release cuts short a code of its own, where the program asks for it', () => {
    const plan: PeriodPlan = {
      from: '2023-01',
      levels: ['year'],
      fiscalYearStartMonth: 1,
      partialYear: true,
    };
    const codelist = periodCodelist(plan, releaseEnd('2024-Q2') ?? 0);
    expect(codelist.codes.map(({ code, label }) => [code, label])).toEqual([
      ['2023', '2023'],
      ['2024-01..2024-06', 'January to June 2024'],
    ]);
  });
});

describe('leafSets', () => {
  test('covers every leaf once per hierarchy and level', () => {
    fc.assert(
      fc.property(dimensions, (dimension) => {
        const codelist = dimensionCodelist(dimension);
        const leaves = leafSets(codelist);
        for (const level of ['district', 'region']) {
          const covered = codesAtLevel(codelist, level).flatMap((code) => [...(leaves.get(code) ?? [])]);
          if (covered.length > 0) expect(covered.sort()).toEqual([...(leaves.get(TOTAL) ?? [])].sort());
        }
      }),
    );
  });
});
