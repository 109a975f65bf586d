/** `npm run new` where a code of a tally is nearly another one: a letter was typed wrong, or it is a small area of its own. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ask } from '../../../src/run/new/ask-answers.ts';
import { nearCodes } from '../../../src/run/new/near-codes.ts';
import { ANSWERS, answer, answering, begin, places, put, tallies, written } from './begin-program.ts';

/** Twelve months of two wards, and in the last row, line 26, one with a letter wrong. */
const MONTHS = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`);
const rows = (last: string) =>
  [
    'period,area,count',
    ...MONTHS.flatMap((month, at) => [`${month},Hillfoot,${140 + at}`, `${month},Riverside,${190 + at}`]),
    `2024-12,${last},31`,
  ].join('\n');
const NEAR = 'What stands here is nearly "Hillfoot", and has far fewer rows.';

const asking = (answer: 'yes' | 'no', asked: string[]): Ask =>
  answering({ 'a code of its own?': answer }, asked);

test('a person is told the line and the near code before any other question, and stops or says that it is meant', async () => {
  await put('cards-issued.csv', rows('Hilfoot'));
  const asked: string[] = [];
  const no = await begin(['rivertown-id', '--tallies', tallies], asking('no', asked));
  const place = `${join(tallies, 'cards-issued.csv')}:26: area: ${NEAR}`;
  expect([no.code, no.said]).toEqual([1, expect.stringContaining(place)]);
  expect(asked).toEqual([`${place}\nIs each a code of its own? It would be published as one.`]);
  expect(no.said).not.toContain('Hilfoot');
  expect(await readdir(places.programs)).toEqual([]);
  expect(await begin(['rivertown-id', '--tallies', tallies], asking('yes', []))).toMatchObject({ code: 0 });
});

test('answers of a file are refused at the line, unless they name the code', async () => {
  await put('cards-issued.csv', rows('Hilfoot'));
  const { code, said } = await answer(ANSWERS);
  expect([code, said]).toEqual([
    1,
    expect.stringContaining(
      `:26: area: ${NEAR} If "Hillfoot" is meant, correct it. If it is a code of its own`,
    ),
  ]);
  expect(said).not.toContain('Hilfoot');
  expect(await readdir(places.programs)).toEqual([]);
  expect(await answer({ ...ANSWERS, ownCodes: ['Hilfoot'] })).toMatchObject({ code: 0 });
  expect((await written()).dimensions[0].codes).toHaveLength(3);
});

test('answers that name the code among areas say that it is meant, and other words are no typing error', async () => {
  await put('cards-issued.csv', rows('Hilfoot'));
  expect(await answer({ ...ANSWERS, areas: [{ area: 'Hilfoot' }] })).toMatchObject({ code: 0 });
  await rm(join(places.programs, 'rivertown-id'), { recursive: true });
  await put('cards-issued.csv', rows('Harbor'));
  expect(await answer(ANSWERS)).toMatchObject({ code: 0 });
});

const near = (...labels: readonly (readonly [text: string, rows: number])[]) => {
  const dimensions = [
    { title: 'Ward', labels: labels.map(([text, rows], at) => ({ text, rows, line: at + 2 })) },
  ];
  const table = {
    file: 'f',
    dimensions,
    withPeople: false,
    level: 'month',
    first: 0,
    last: 2,
    gaps: [],
  } as const;
  return nearCodes(new Map([['cards-issued', table]]), []).map(({ line }) => line);
};

test('nearCodes are those with fewer than a tenth of the rows, one or two letters away', () => {
  expect(near(['Hillfoot', 11], ['Hilfoot', 1])).toEqual([3]);
  expect(near(['Hillfoot', 10], ['Hilfoot', 1])).toEqual([]);
  expect(near(['Hillfoot Mill', 20], ['Hilfot Mill', 1], ['Hilft Mll', 1])).toEqual([3]);
  expect(near(['Hillfoot', 20], ['hill foot', 1], ['A', 1])).toEqual([]);
});
