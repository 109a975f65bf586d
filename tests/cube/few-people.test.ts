// Counts of one or two people that always agree: unrelated ones are passed over, and what becomes of each other is asked about.
import { describe, expect, test } from 'vitest';
import { undeclaredCoincidences } from '../../src/cube/coincidences/undeclared.ts';
import { codesAtLevel } from '../../src/program/codelist.ts';
import { declare } from '../../src/program/declaration.ts';
import { parseProgram } from '../../src/program/parse-program.ts';
import { lastMonth } from '../../src/program/period.ts';
import { type Program, programCodelists, type Relation } from '../../src/program/program.ts';

const MONTHS = 36;
const WAYS = ['event', 'online'];
const measure = (id: string) => ({ id, label: id, unit: 'people', kind: 'flow', dimensions: ['channel'] });
const AT_MOST: Relation = {
  id: 'cards-within-applications',
  why: 'A card follows an application.',
  sense: 'at-most',
  period: 'month',
  by: { channel: 'channel' },
  left: [{ measure: 'cards-issued', codes: {} }],
  right: [{ measure: 'applications', codes: {} }],
};

function programWith(relations: readonly Relation[], notRelated: readonly Relation[] = []): Program {
  const measures = [measure('applications'), measure('cards-issued')];
  const read = parseProgram(
    JSON.stringify({
      id: 'hamlet-card',
      name: 'Hamlet Card',
      city: 'Hamlet',
      nature: 'invented',
      standing: 'Hamlet does not exist.',
      summary: 'The card of an invented hamlet.',
      tallies: 'confidential',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      period: { from: '2022-01', levels: ['month', 'year'] },
      dimensions: [{ id: 'channel', label: 'Way', codes: WAYS.map((code) => ({ code, label: code })) }],
      measures,
      relations,
      notRelated,
      tables: measures.map(({ id }) => ({ id, measure: id, title: id, levels: { period: 'month' } })),
    }),
    'program.json',
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** Numbers from 0 to 1, the same each time. */
function openDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** People of whom each comes by chance, `mean` in a month. */
function drawPeople(draw: () => number, mean: number): number {
  let people = 0;
  for (let left = draw(); left > Math.exp(-mean); left *= draw()) people += 1;
  return people;
}

/** What is asked of a hamlet with these counts, a row for each month and way. */
function askedOf(program: Program, counts: Readonly<Record<string, readonly number[]>>) {
  const codelists = programCodelists(program, lastMonth('2024-Q4'));
  const [periods] = codelists;
  if (periods === undefined) throw new Error('no periods');
  const codes = [codesAtLevel(periods, 'month'), WAYS];
  expect(codes[0]).toHaveLength(MONTHS);
  const tallies = Object.entries(counts).map(([id, rows]) => ({
    measure: id,
    grids: [{ levels: ['month', 'channel'], codes, counts: Int32Array.from(rows), people: null }],
  }));
  const shape = { release: '2024-Q4', declaration: declare(program), codelists };
  return undeclaredCoincidences(program, shape, tallies).map(({ relation }) => relation);
}

const rows = (count: (at: number) => number) =>
  Array.from({ length: MONTHS * WAYS.length }, (_, at) => count(at));

describe('counts of one or two people', () => {
  test.each([0.3, 1, 2])(
    'that have nothing to do with each other are never asked about, with %s a month',
    (mean) => {
      const draw = openDraws(7);
      for (let hamlet = 0; hamlet < 20; hamlet += 1)
        expect(
          askedOf(programWith([]), {
            applications: rows(() => drawPeople(draw, mean)),
            'cards-issued': rows(() => drawPeople(draw, mean)),
          }),
        ).toEqual([]);
    },
  );

  test('of which nobody was refused yet are asked about beside a declared "at most", until somebody decides', () => {
    const draw = openDraws(7);
    const applications = rows(() => drawPeople(draw, 1));
    const counts = { applications, 'cards-issued': applications };
    const [asked, ...others] = askedOf(programWith([AT_MOST]), counts);
    expect(asked).toMatchObject({ sense: 'equal', period: 'month', by: { channel: 'channel' } });
    expect(others).toEqual([]);
    if (asked === undefined) throw new Error('nothing is asked');
    const accident = { ...asked, why: 'An application can be refused, and none was so far.' };
    expect(askedOf(programWith([AT_MOST], [accident]), counts)).toEqual([]);
  });

  test('are no longer asked about once one application of each way was refused', () => {
    const draw = openDraws(7);
    const applications = rows(() => 1 + drawPeople(draw, 1));
    const fewer = applications.map((count, at) => (at < WAYS.length ? count - 1 : count));
    expect(askedOf(programWith([AT_MOST]), { applications, 'cards-issued': fewer })).toEqual([]);
  });
});
