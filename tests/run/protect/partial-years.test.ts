// Years that each release cuts short: the chain goes on, and nobody learns what came in between.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRelease } from '../../../src/release/read-release.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { inTown, PROGRAM, release, TALLIES, type Town } from '../town.ts';

/** By year, of which each release cuts one short. */
const YEARLY = {
  ...PROGRAM,
  period: { from: '2024-01', levels: ['quarter', 'year'], partialYear: true },
  measures: PROGRAM.measures.slice(0, 1),
  tables: [
    {
      id: 'cards',
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period: 'year', channel: 'channel', age: 'age' },
    },
  ],
  relations: [],
};

/**
 *   cards        event                 online
 *             young  grown  old     young  grown  old
 *   2024-Q1      12     40   20         -      -    -
 *   2024-Q2      14     38   22        13     25   19
 *   2024-Q3      11     44    3        12     31   12      three of the old came to events
 *   2024-Q4      13     41   16        14     33   18
 */
const MORE = `period,channel,age,count
2024-Q1,event,young,12
2024-Q1,event,grown,40
2024-Q1,event,old,20
2024-Q2,event,young,14
2024-Q2,event,grown,38
2024-Q2,event,old,22
2024-Q2,online,young,13
2024-Q2,online,grown,25
2024-Q2,online,old,19
2024-Q3,event,young,11
2024-Q3,event,grown,44
2024-Q3,event,old,3
2024-Q3,online,young,12
2024-Q3,online,grown,31
2024-Q3,online,old,12
2024-Q4,event,young,13
2024-Q4,event,grown,41
2024-Q4,event,old,16
2024-Q4,online,young,14
2024-Q4,online,grown,33
2024-Q4,online,old,18
`;

async function countOf(town: Town, id: string, key: string) {
  const read = await readRelease(join(town.folder, 'releases', id));
  const cells = read.ok ? read.value.cubes.get('cards-issued') : undefined;
  return cells?.find(({ codes }) => codes.join('|') === key)?.count;
}

function attack(town: Town, id: string): Promise<number> {
  const effects = { ...pagelessEffects(), log: () => undefined, print: () => undefined };
  return attackCommand([join(town.folder, 'releases', id)], effects);
}

test('releases with years cut short follow each other, and what came in between is protected', async () => {
  await inTown(
    async (town) => {
      for (const id of ['2024-Q2', '2024-Q3', '2024-Q4'])
        expect(await release(town, [PROGRAM.id, '--id', id]), id).toMatchObject({ code: 0 });
      expect(await countOf(town, '2024-Q2', '2024-01..2024-06|event|old')).toBe(42);
      expect(await countOf(town, '2024-Q3', '2024-01..2024-09|event|old')).toBe(null);
      expect(await countOf(town, '2024-Q3', '2024-01..2024-09|event|grown')).toBe(122);
      expect(await countOf(town, '2024-Q4', '2024|event|grown')).toBe(163);
      expect(await attack(town, '2024-Q4')).toBe(0);
    },
    YEARLY,
    { ...TALLIES, 'cards-issued.csv': MORE },
  );
});

test('a year cut short that vanishes from a revision of its release: refused', async () => {
  await inTown(
    async (town) => {
      expect(await release(town, [PROGRAM.id, '--id', '2024-Q2'])).toMatchObject({ code: 0 });
      const period = { ...YEARLY.period, partialYear: false };
      await writeFile(join(town.folder, 'program.json'), JSON.stringify({ ...YEARLY, period }));
      const again = await release(town, [PROGRAM.id, '--id', '2024-Q2-r1']);
      expect(again).toMatchObject({
        code: 1,
        said: expect.stringContaining('no table holds it any more'),
      });
    },
    YEARLY,
    { ...TALLIES, 'cards-issued.csv': MORE },
  );
});
