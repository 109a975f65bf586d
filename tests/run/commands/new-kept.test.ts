/** `npm run new` keeps what a person answered when something stops it, and offers it again. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { RefusedError } from '../../../src/release/refused-error.ts';
import { LANGUAGE_NAMES } from '../../../src/run/new/answers.ts';
import type { Ask } from '../../../src/run/new/ask-answers.ts';
import { LANGUAGES } from '../../../src/site/messages/languages.ts';
import { ANSWERS, answer, answering, begin, places, put, tallies, written } from './begin-program.ts';

const tally = (heading: string, codes: readonly string[] = ['Hill', 'Mill', 'Port']) =>
  [
    `period,${heading},count`,
    ...['2024-Q1', '2024-Q2'].flatMap((period, quarter) =>
      codes.map((code, at) => `${period},${code},${61 + 20 * quarter + 9 * at}`),
    ),
  ].join('\n');

const ARGS = () => ['rivertown-id', '--tallies', tallies];
const file = () => join(tallies, 'rivertown-id.asked.json');
const kept = async () => JSON.parse(await readFile(file(), 'utf8').catch(() => 'null'));

/** A person who stops at the question with these words. */
function stoppingAt(words: string, ask: Ask): Ask {
  const orStop = async <T>(question: string, answer: () => Promise<T>): Promise<T> => {
    if (question.includes(words)) throw new RefusedError('input', 'You stopped, so no program was begun.');
    return await answer();
  };
  return {
    text: (question, options) => orStop(question, () => ask.text(question, options)),
    choose: (question, answers, before) => orStop(question, () => ask.choose(question, answers, before)),
    several: (question, answers, before) => orStop(question, () => ask.several(question, answers, before)),
  };
}

/** A person who takes whatever is offered, and says nothing else. */
const taking = (offered: Map<string, unknown>): Ask => ({
  text: (question, { before }) => {
    offered.set(question, before);
    return Promise.resolve(before ?? '');
  },
  choose: (question, answers, before) => {
    offered.set(question, before);
    return Promise.resolve((before ?? Object.keys(answers)[0]) as never);
  },
  several: (question, _, before) => {
    offered.set(question, before);
    return Promise.resolve(before ?? []);
  },
});

const SAID = {
  'What is the card called?': 'Port Card',
  'Of which city?': 'Port',
  'In which languages': ['es', 'ar'],
  'The card and its figures are': 'invented',
};

beforeEach(() => put('cards-issued.csv', tally('Ward')));

test('who stops loses no answer: they are kept, offered again, and gone once the program is written', async () => {
  const stopped = await begin(
    ARGS(),
    stoppingAt('A row that a tally leaves out', answering({ ...SAID, 'Is the column': 'yes' })),
  );
  expect(stopped).toMatchObject({
    code: 1,
    said: expect.stringContaining(`Your answers are kept in ${file()}`),
  });
  expect(await kept()).toMatchObject({ 'What is the card called?': 'Port Card' });
  const offered = new Map<string, unknown>();
  const { code, said } = await begin(ARGS(), taking(offered));
  expect([code, said]).toEqual([0, expect.stringContaining('Your answers of before are offered again')]);
  expect(offered.get('Of which city?')).toBe('Port');
  expect(offered.get('A row that a tally leaves out means')).toBeUndefined();
  const program = await written();
  expect(program).toMatchObject({ name: 'Port Card', nature: 'invented', languages: ['en', 'es', 'ar'] });
  expect(program.dimensions[0]).toMatchObject({ id: 'area', label: 'Ward' });
  expect(await kept()).toBeNull();
});

test('a run that is refused after all was answered keeps them too, and those of before with the new ones', async () => {
  const areas = { 'in which district each area lies': join(tallies, 'nowhere.csv') };
  const refused = await begin(ARGS(), answering({ ...SAID, ...areas, 'Is the column': 'yes' }));
  expect(refused.code).not.toBe(0);
  expect(await kept()).toMatchObject({ 'Of which city?': 'Port' });
  await begin(ARGS(), stoppingAt('Of which city?', answering({ 'What is the card called?': 'Another' })));
  expect(await kept()).toMatchObject({ 'What is the card called?': 'Another', 'Of which city?': 'Port' });
});

test('a file that is no list of answers, and an answer that is no choice any more, are passed over', async () => {
  for (const text of [
    'no json',
    '[1]',
    JSON.stringify({
      'The card and its figures are': 'gone',
      'In which languages besides English?': ['xx', 'es'],
    }),
  ]) {
    await put('rivertown-id.asked.json', text);
    const offered = new Map<string, unknown>();
    await begin(ARGS(), stoppingAt('A row that', taking(offered)));
    expect(offered.get('The card and its figures are')).toBeUndefined();
    expect([undefined, ['es']]).toContainEqual(offered.get('In which languages besides English?'));
  }
});

test('whoever is asked nothing has nothing kept', async () => {
  await put('cards-issued.csv', `${tally('Ward')}\n2024-Q2,Hill,`);
  expect(await begin(ARGS(), answering({}))).toMatchObject({ code: 1 });
  expect(await kept()).toBeNull();
});

test('languages of the answers are those of the pages, and are named as there', () => {
  expect(Object.entries(LANGUAGE_NAMES)).toEqual(LANGUAGES.slice(1).map(({ code, name }) => [code, name]));
});

test('columns of a file of answers are known dimensions', async () => {
  expect(await answer({ ...ANSWERS, columns: { ward: 'area' }, languages: ['es'] })).toMatchObject({
    code: 0,
    said: expect.stringContaining('translations/es.json'),
  });
  const { dimensions, measures, languages } = await written();
  expect(dimensions[0]).toMatchObject({ id: 'area', label: 'Ward' });
  expect([measures[0].dimensions, languages]).toEqual([['area'], ['en', 'es']]);
});

test.each([
  [{ Wards: 'area' }, 'columns.Wards: No tally has a column of this heading.'],
  [{ Ward: 'area', Where: 'area' }, 'columns.Ward: Another column is "area" too.'],
])('columns of a file of answers that cannot be so are refused: %j', async (columns, says) => {
  await put('applications.csv', tally('Where'));
  expect(await answer({ ...ANSWERS, columns })).toMatchObject({
    code: 1,
    said: expect.stringContaining(says),
  });
});

const TWINS = 'The column "Where" of';

test('the same codes under another heading in another tally are asked about, and a yes says what to do', async () => {
  await put('applications.csv', tally('Where', ['hill', 'Port', 'Mill', 'Bay']));
  const { code, said } = await begin(ARGS(), answering({ 'Is the column': 'no', [TWINS]: 'yes' }));
  expect(code).toBe(1);
  expect(said).toContain('too, then call this command again.');
  expect(said).toContain('Your answers are kept in');
  await rm(file());
  expect(await begin(ARGS(), answering({ 'Is the column': 'no', [TWINS]: 'no' }))).toMatchObject({ code: 0 });
});

test('from a file of answers they are told; other codes, or two columns of one tally, are not', async () => {
  await put('applications.csv', tally('Where'));
  expect(await answer(ANSWERS)).toMatchObject({
    code: 0,
    said: expect.stringContaining('If both are the same, head them alike'),
  });
  await rm(join(places.programs, 'rivertown-id'), { recursive: true });
  await put('applications.csv', tally('Where', ['Counter', 'Online', 'Port']));
  expect((await answer(ANSWERS)).said).not.toContain('head them alike');
});
