// Tallies that stop before the release does: what nobody counted may not be published as nobody.
import { expect, test } from 'vitest';
import { PROGRAM_OF_TOTALS, totalsTallies } from '../totals-town.ts';
import { inTown, PROGRAM, release, TALLIES } from '../town.ts';

test('a tally that stops before others do is told of', async () => {
  const cut = (TALLIES['applications.csv'] ?? '').replaceAll(/^2024-Q3.*\n/gm, '');
  const { said } = await inTown(
    (town) => release(town, [PROGRAM.id, '--id', '2024-Q3', '--dry-run']),
    { ...PROGRAM, relations: [] },
    { ...TALLIES, 'applications.csv': cut },
  );
  expect(said).toContain('applications: no row for a period that ends in 2024-09.');
  expect(said).not.toContain('cards-issued: no row');
});

test('a tally that lacks months between others is told of, with what they are then', async () => {
  const cut = (TALLIES['applications.csv'] ?? '').replaceAll(/^2024-Q2.*\n/gm, '');
  const saidWith = async (absentRows: string) => {
    const measures = PROGRAM.measures.map((measure) => ({ ...measure, absentRows }));
    const { said } = await inTown(
      (town) => release(town, [PROGRAM.id, '--id', '2024-Q3', '--dry-run']),
      { ...PROGRAM, measures, relations: [] },
      { ...TALLIES, 'applications.csv': cut },
    );
    return said;
  };
  const gap = 'applications: no row for 2024-04, 2024-05, 2024-06, between others.';
  expect(await saidWith('zero')).toContain(`${gap} Nobody was counted then, as "absentRows" says`);
  const unknown = await saidWith('unknown');
  expect(unknown).toContain(`${gap} It is not available then`);
  expect(unknown).not.toContain('cards-issued: no row');
});

test('totals of requests that go on where no tally does are no reason to publish: refused', async () => {
  const rows = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].flatMap((quarter) => [
    `${quarter},public_records_request,press,received,7`,
    `${quarter},public_records_request,press,declined,3`,
  ]);
  const { code, said } = await inTown(
    (town) => release(town, [PROGRAM.id, '--id', '2024-Q4']),
    PROGRAM_OF_TOTALS,
    totalsTallies(rows),
  );
  expect(code).toBe(1);
  expect(said).toMatch(/No tally in \S+ has a row for a period that ends in 2024-12/);
});
