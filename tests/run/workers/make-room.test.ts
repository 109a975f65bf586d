// What is said of memory and time before a choice begins, and what is refused.
import { expect, test } from 'vitest';
import { endWith } from '../../../src/run/command.ts';
import type { CommandName } from '../../../src/run/usage.ts';
import { openRoom } from '../../../src/run/workers/make-room.ts';
import { pagelessEffects } from '../../pageless-effects.ts';

const CITY = { cells: 34_629, forced: 84 };

function saidOf(cores: number, freeMb: number) {
  const lines: string[] = [];
  const makeRoom = openRoom({ cores, freeMb: () => freeMb, log: (line) => void lines.push(line) });
  return { lines, makeRoom };
}

test('openRoom says once what a large choice takes, which is more on more cores', () => {
  const [one, two] = [saidOf(1, 4000), saidOf(2, 4000)];
  for (const { makeRoom } of [one, two, two]) makeRoom(CITY);
  expect(one.lines).toEqual(['    34,629 counts that hang together: up to 0.8 GB of memory on 1 core']);
  expect(two.lines).toEqual(['    34,629 counts that hang together: up to 1.2 GB of memory on 2 cores']);
});

test('openRoom says nothing of a small choice, whatever is free', () => {
  const { lines, makeRoom } = saidOf(2, 0);
  makeRoom({ cells: 2000, forced: 40 });
  expect(lines).toEqual([]);
});

test('openRoom refuses what does not fit into the memory that is free, and says what does', () => {
  const { lines, makeRoom } = saidOf(2, 900);
  expect(() => makeRoom(CITY)).toThrow(
    'The tables come to 34,629 counts that hang together. To choose among them takes up to 1.2 GB of memory on 2 cores, and 0.9 GB are free. End other programs, run it on fewer cores',
  );
  expect(lines).toEqual([]);
});

test('openRoom refuses no number of cells that memory can hold, and says where a choice takes hours', () => {
  const { lines, makeRoom } = saidOf(2, 4000);
  makeRoom({ cells: 71_050, forced: 20_000 });
  expect(lines).toEqual([
    '    71,050 counts that hang together: up to 2.4 GB of memory on 2 cores',
    '    To choose among so many takes hours, or days. Whoever stops it leaves nothing behind.',
  ]);
});

test('endWith refuses where a thread finds no memory left, which is no fault of ours', async () => {
  const lines: string[] = [];
  const effects = { ...pagelessEffects(), log: (line: string) => void lines.push(line) };
  const error = Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  const command: CommandName = 'release';
  expect(await endWith(() => Promise.reject(error), command, effects)).toBe(1);
  expect(lines.join()).toMatch(/^Refused: There is not enough memory left. Nothing was left behind;/);
});
