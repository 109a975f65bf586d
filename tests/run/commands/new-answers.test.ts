// `npm run new`: how the answers meet the codes of a tally that is there.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KNOWN_DIMENSIONS } from '../../../src/program/known-dimensions.ts';
import { filesIn } from '../town.ts';
import { ANSWERS, answer, places, put, root, tallies, written } from './begin-program.ts';

/** A tally that writes codes, as a database has them. */
const CODED = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']
  .flatMap((period, at) => [`${period},counter,${310 + at}`, `${period},pop_up,${121 + at}`])
  .join('\n');
const way = (said: object) => ({ keeps: 'Nothing', until: 'Three years', leavesRecords: 'no', ...said });

describe('newCommand with answers beside a tally', () => {
  test('gives codes of the tally the labels of the answers, and makes no other', async () => {
    await put('cards-issued.csv', `period,channel,count\n${CODED}\n`);
    const ways = [way({ code: 'counter', label: 'At the counter' }), way({ label: 'Pop-Up' })];
    expect(await answer({ ...ANSWERS, ways })).toMatchObject({ code: 0 });
    const { dimensions, channels } = await written();
    expect(dimensions).toEqual([
      {
        id: 'channel',
        label: 'Way of applying',
        codes: [
          { code: 'counter', label: 'At the counter' },
          { code: 'pop-up', label: 'pop_up' },
        ],
      },
    ]);
    expect(channels).toMatchObject([
      { id: 'counter', label: 'At the counter' },
      { id: 'pop-up', label: 'Pop-Up' },
    ]);
  });

  test.each([
    ['a way', 'channel', { ways: [way({ label: 'At the counter' })] }, 'ways.0.label'],
    ['a code', 'channel', { ways: [way({ code: 'desk', label: 'Counter' })] }, 'ways.0.code'],
    ['an age', 'age', { ages: ['counter', '18 to 24'] }, 'ages.1.label'],
    ['an area', 'area', { areas: [{ area: 'counter' }, { area: 'Mill' }] }, 'areas.1.area'],
  ])('refuses %s that no row of a tally has, and repeats nothing of it', async (_, column, more, at) => {
    await put('cards-issued.csv', `period,${column},count\n${CODED}\n`);
    const { code, said } = await answer({ ...ANSWERS, ...more });
    expect([code, said]).toEqual([1, expect.stringMatching(/answers\.json:1:\d+: /)]);
    expect(said).toContain(`${at}: No row of a tally has this in its column "${column}".`);
    expect(said).not.toMatch(/counter|pop_up/);
    expect([...(await filesIn(places.programs)).keys()]).toEqual([]);
  });

  test('refuses two answers of one code, areas in no district, and names the row of a file', async () => {
    await put('cards-issued.csv', `period,area,count\n${CODED}\n`);
    const twice = [{ area: 'Counter' }, { code: 'counter', area: 'Desk' }];
    expect((await answer({ ...ANSWERS, areas: twice })).said).toContain('areas.1.code: Another answer');
    const stray = await answer({ ...ANSWERS, areas: [{ area: 'Counter', district: 'East' }] });
    expect(stray.said).toContain(
      `${join(tallies, 'cards-issued.csv')}:3: area: The area is in no district. Correct`,
    );
    const areas = join(root, 'areas.csv');
    await writeFile(areas, 'area,district\nCounter,East\nPop-Upp,West\n');
    const near = (await answer({ ...ANSWERS, areas })).said;
    expect(near).toContain(
      'cards-issued.csv:3: area: The area is in no district. The nearest in the list of areas is "Pop-Upp". Correct it here',
    );
    expect(near).not.toContain('pop_up');
    await writeFile(areas, 'area,code\nAt the counter,counter\nMill,\n');
    expect((await answer({ ...ANSWERS, areas })).said).toContain(`${areas}:3: area: No row of a tally`);
    await writeFile(areas, 'area,district,code\nThe counter,East,counter\nPop up,West,\n');
    expect(await answer({ ...ANSWERS, areas })).toMatchObject({ code: 0 });
    expect((await written()).dimensions[0].codes).toEqual([
      { code: 'east', label: 'East', level: 'district' },
      { code: 'west', label: 'West', level: 'district' },
      { code: 'counter', label: 'The counter', level: 'area', parents: { districts: 'east' } },
      { code: 'pop-up', label: 'pop_up', level: 'area', parents: { districts: 'west' } },
    ]);
  });

  test('takes a code as it is written before one that reads alike', async () => {
    const rows = CODED.replaceAll('counter', '6.5').replaceAll('pop_up', '65');
    await put('cards-issued.csv', `period,channel,count\n${rows}\n`);
    const ways = ['6-5', '65'].map((code) => way({ code, label: `Desk ${code}` }));
    expect(await answer({ ...ANSWERS, ways })).toMatchObject({ code: 0 });
    expect((await written()).channels).toMatchObject([{ id: '6-5' }, { id: '65' }]);
  });

  test('takes a column by the label of a known dimension, and writes none that no measure uses', async () => {
    await put('cards-issued.csv', `period,WAY of applying,count\n${CODED}\n`);
    await put('applications.csv', `period,channel,count\n${CODED.replaceAll('counter', 'Counter')}\n`);
    const ways = [way({ code: 'counter', label: 'Desk' })];
    expect(await answer({ ...ANSWERS, ways, ages: ['18 to 24'] })).toMatchObject({ code: 0 });
    const { dimensions, measures } = await written();
    expect(dimensions.map(({ id, codes }: { id: string; codes: object[] }) => [id, codes.length])).toEqual([
      ['channel', 2],
    ]);
    expect(measures).toMatchObject([{ dimensions: ['channel'] }, { dimensions: ['channel'] }]);
  });

  test('refuses two columns of one dimension', async () => {
    const rows = CODED.replaceAll(',counter,', ',counter,counter,').replaceAll(',pop_up,', ',pop_up,pop_up,');
    await put('cards-issued.csv', `period,channel,Way of applying,count\n${rows}\n`);
    const { code, said } = await answer(ANSWERS);
    expect([code, said]).toEqual([1, expect.stringContaining('"channel" stands there')]);
  });

  test('runs the answers of docs/operator.md on the tally of docs/your-city.md', async () => {
    const block = async (file: string, language: string) =>
      new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(await readFile(file, 'utf8'))?.[1] ?? '';
    await put('cards-issued.csv', await block('docs/your-city.md', 'csv'));
    const { code, said } = await answer(JSON.parse(await block('docs/operator.md', 'json')));
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('Every page, file and picture will say that its figures are invented.'),
    ]);
    const program = await written();
    expect(program.nature).toBe('invented');
    expect(program.dimensions).toEqual(JSON.parse(await block('docs/your-city.md', 'json')).dimensions);
    expect(program.channels.map(({ id }: { id: string }) => id)).toEqual(['counter', 'event', 'online']);
  });
});

test('docs/program.md and docs/your-city.md say which columns mean something', async () => {
  const [list, walk] = [
    await readFile('docs/program.md', 'utf8'),
    await readFile('docs/your-city.md', 'utf8'),
  ];
  for (const [id, label] of Object.entries(KNOWN_DIMENSIONS)) {
    expect(list).toContain(`- \`${id}\`, "${label}"`);
    expect(walk.split('```csv')[0]).toContain(`\`${id}\``);
  }
});
