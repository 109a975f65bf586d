// A measure of the city's own choice: released, shown under its own label, and every figure of it accounted for.
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseProgram } from '../../src/program/parse-program.ts';
import { apiFiles } from '../../src/site/files/api-files.ts';
import type { Page } from '../../src/site/frame/page.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { type ReleaseView, viewOf, withCells } from '../../src/site/view.ts';
import { buildTown, PROGRAM, release, TALLIES, type Town } from '../run/town.ts';
import { assemble } from './assemble.ts';

const OWN = {
  id: 'replacements-asked',
  label: 'Replacements asked for',
  unit: 'requests for a new card',
  kind: 'flow',
  dimensions: ['age'],
};
const WITH_OWN = {
  ...PROGRAM,
  measures: [...PROGRAM.measures, OWN],
  tables: [
    ...PROGRAM.tables,
    {
      id: 'replacements',
      measure: OWN.id,
      title: 'Replacements by age',
      levels: { period: 'quarter', age: 'age' },
    },
  ],
};
const COUNTS = [
  ['2024-Q1', 31, 47, 22],
  ['2024-Q2', 28, 53, 26],
  ['2024-Q3', 35, 44, 29],
] as const;
const ROWS = COUNTS.flatMap(([quarter, young, grown, old]) => [
  `${quarter},young,${young}`,
  `${quarter},grown,${grown}`,
  `${quarter},old,${old}`,
]);

let town: Town;
let pages: readonly Page[];
let view: ReleaseView;
beforeAll(async () => {
  town = await buildTown(WITH_OWN, {
    ...TALLIES,
    [`${OWN.id}.csv`]: `period,age,count\n${ROWS.join('\n')}\n`,
  });
  expect(await release(town, [PROGRAM.id, '--id', '2024-Q3'])).toMatchObject({ code: 0 });
  const [site] = await readPrograms(town.places.repository);
  if (site === undefined) throw new Error('no program');
  view = withCells(viewOf(site, 'en')) as ReleaseView;
  pages = programPages(view);
});
afterAll(() => rm(town.root, { recursive: true, force: true }));

test('its tables stand on a page under its own label, with its own unit', () => {
  const page = pages.find(({ slug }) => slug === 'cards');
  const own = page?.sections.filter((section) => JSON.stringify(section).includes('|2024-Q3|grown'));
  expect(JSON.stringify(own)).toContain(OWN.label);
  expect(JSON.stringify(own)).toContain('"44"');
});

test('the explorer and programs find it, by its id', () => {
  const index = JSON.parse(apiFiles(view)[0]?.text ?? '');
  expect(
    index.measures.map(({ measure, label }: { measure: string; label: string }) => [measure, label]),
  ).toContainEqual([OWN.id, OWN.label]);
});

test('every figure that the site says of it has an origin', async () => {
  expect(await assemble(town.places.repository)).toEqual([]);
});

test.each(['index', 'legal-requests', 'legal-request-totals', 'Cards-Issued', 'a b'])(
  'a measure is never called "%s"',
  (id) => {
    const measures = [...PROGRAM.measures, { ...OWN, id }];
    const read = parseProgram(JSON.stringify({ ...PROGRAM, measures }), 'program.json');
    expect(read.ok ? [] : read.problems.map(({ column }) => column)).toEqual(['measures.2.id']);
  },
);
