// Rows that a confidential tally leaves out: where they may be left out because nobody was counted, the door asks.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOME_KEY } from '../../some-key.ts';
import { inTown, PROGRAM, release, releasesOf, type Town } from '../town.ts';

const [CARDS] = PROGRAM.measures;
const BY_CHANNEL = {
  ...PROGRAM,
  tallies: 'confidential',
  decoyShare: 0.1,
  dimensions: PROGRAM.dimensions.filter(({ id }) => id === 'channel'),
  measures: [{ ...CARDS, dimensions: ['channel'] }],
  tables: [
    {
      id: 'cards',
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period: 'quarter', channel: 'channel' },
    },
  ],
  relations: [],
  notes: [],
};

interface Trial {
  readonly rows: readonly string[];
  readonly absentRows?: 'zero' | 'unknown';
  readonly notes?: readonly object[];
}

/** A release from tallies outside the repository. */
async function releasedFrom({ rows, absentRows, notes = [] }: Trial) {
  const measures = BY_CHANNEL.measures.map((one) => ({ ...one, ...(absentRows && { absentRows }) }));
  const work = async (town: Town) => {
    const tallies = join(town.root, 'tallies');
    await mkdir(tallies);
    await writeFile(join(tallies, 'cards-issued.csv'), `period,channel,count\n${rows.join('\n')}\n`);
    await writeFile(join(tallies, 'secret.key'), `${SOME_KEY}\n`, { mode: 0o600 });
    const { code, said } = await release(town, [PROGRAM.id, '--id', '2024-Q2', '--tallies', tallies]);
    return { code, said, made: await releasesOf(town) };
  };
  return await inTown(work, { ...BY_CHANNEL, measures, notes }, {});
}

const FULL = ['2024-Q1,event,40', '2024-Q1,online,30', '2024-Q2,event,50'];
const REFUSED = { code: 1, said: expect.stringContaining('Refused: The tallies leave out rows.'), made: [] };
const MADE = { code: 0, made: ['2024-Q2'] };

describe('a confidential tally without a row beside others', () => {
  test.for<[string, Trial, object]>([
    ['and none of 0: refused', { rows: FULL }, REFUSED],
    [
      'whose total stands: refused, though another row is 0',
      { rows: ['2024-Q1,event,40', '2024-Q1,online,0', '2024-Q2,event,50', '2024-Q2,_T,50'] },
      REFUSED,
    ],
    ['of a measure that says what that means: made', { rows: FULL, absentRows: 'zero' }, MADE],
    [
      'that a note explains: made',
      {
        rows: FULL,
        notes: [
          {
            at: { period: ['2024-Q2'], channel: ['online'] },
            status: 'x',
            note: 'The paper forms were lost',
          },
        ],
      },
      MADE,
    ],
    [
      'and one of 0, where no total tells: made',
      { rows: ['2024-Q1,event,40', '2024-Q1,online,0', '2024-Q2,event,50'] },
      MADE,
    ],
  ])('%s', async ([, trial, expected]) => {
    expect(await releasedFrom(trial)).toMatchObject(expected);
  });

  test('the refusal names the cell and what to write, and no count', async () => {
    const { said } = await releasedFrom({ rows: FULL });
    expect(said).toContain('no count for "Cards", 2024-Q2, online');
    expect(said).toContain('"absentRows": "zero"');
    expect(said).not.toMatch(/\b(30|40|50)\b/);
  });
});

test('a total of which no part is told: made', async () => {
  expect(
    await releasedFrom({ rows: ['2024-Q1,event,40', '2024-Q1,online,30', '2024-Q2,_T,50'] }),
  ).toMatchObject(MADE);
});
