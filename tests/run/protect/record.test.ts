// Figures on the record, FOIA answers among them: protection makes room for them, and the attack knows them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRelease } from '../../../src/release/read-release.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { inTown, MORE_APPLY, PROGRAM, release, type Town } from '../town.ts';

const ID = '2024-Q2';
const HEADER =
  'id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell';

async function record(town: Town, cell: string, value: number, qualifier: string): Promise<void> {
  const row = `foia-answer,cards,Cards,${value},${qualifier},cards,2024,Answer to a records request,,Read,,,${cell}`;
  await mkdir(join(town.folder, 'record'), { recursive: true });
  await writeFile(join(town.folder, 'record', 'figures.csv'), `${HEADER}\n${row}\n`);
}

async function attack(town: Town): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say };
  const code = await attackCommand([join(town.folder, 'releases', ID)], effects);
  return { code, said: lines.join('\n') };
}

async function rangeOf(town: Town, key: string) {
  const read = await readRelease(join(town.folder, 'releases', ID));
  return read.ok ? read.value.audit?.ranges.find(({ cell }) => cell === key) : undefined;
}

/** A town in which nothing is hidden because of people who got no card. */
const inRoomyTown = (work: (town: Town) => Promise<void>, program: object = PROGRAM) =>
  inTown(work, program, MORE_APPLY);
const make = (town: Town) => release(town, [PROGRAM.id, '--id', ID]);

describe('a FOIA answer that comes after the release', () => {
  const cases: readonly [string, string, number, string, number, string][] = [
    ['an exact small count of a hidden cell', '2024-Q2|online|young', 3, 'exact', 1, 'BROKEN'],
    ['fewer than k of a hidden cell', '2024-Q2|online|young', 5, 'fewer than', 1, 'BROKEN'],
    ['a rounded count that only small ones round to', '2024-Q2|online|young', 3, 'about', 1, 'BROKEN'],
    ['more than a number from k up, of a hidden cell', '2024-Q2|event|young', 13, 'more than', 0, 'kept'],
    ['the exact count of a published cell', '2024-Q2|event|grown', 38, 'exact', 0, 'kept'],
  ];
  for (const [title, cell, value, qualifier, code, word] of cases) {
    test(`${title}: promise ${word}`, async () => {
      await inRoomyTown(async (town) => {
        expect(await make(town)).toMatchObject({ code: 0 });
        await record(town, `cards-issued|${cell}`, value, qualifier);
        const said = expect.stringContaining(`Promise ${word} (attacked: ${ID} and 1 figures on the record)`);
        expect(await attack(town)).toMatchObject({ code, said });
      });
    });
  }
});

describe('a FOIA answer that is known before the release', () => {
  test('more than a number, of a cell that protects another: the release is made around it', async () => {
    await inRoomyTown(async (town) => {
      await record(town, 'cards-issued|2024-Q2|event|young', 13, 'more than');
      expect(await make(town)).toMatchObject({ code: 0 });
      expect(await attack(town)).toMatchObject({
        code: 0,
        said: expect.stringContaining('same when it is made again'),
      });
      const range = await rangeOf(town, '2024-Q2|event|young');
      expect(range).toMatchObject({ verdict: 'k-or-more', least: 14 });
    });
  });

  test('an exact small count of a cell that would be hidden: refused, whatever else is hidden', async () => {
    await inRoomyTown(async (town) => {
      await record(town, 'cards-issued|2024-Q2|online|young', 3, 'exact');
      expect(await make(town)).toMatchObject({ code: 1 });
    });
  });

  test('of a month where tables have quarters: the quarter is at least that', async () => {
    const program = { ...PROGRAM, period: { ...PROGRAM.period, levels: ['month', 'quarter', 'year'] } };
    await inRoomyTown(async (town) => {
      await record(town, 'cards-issued|2024-05|event|young', 9, 'exact');
      expect(await make(town)).toMatchObject({ code: 0 });
      const { code, said } = await attack(town);
      expect([code, said]).toEqual([0, expect.stringContaining('1 figures on the record')]);
      const range = await rangeOf(town, '2024-Q2|event|young');
      expect(range === undefined || (range.least >= 9 && range.verdict === 'k-or-more')).toBe(true);
    }, program);
  });
});
