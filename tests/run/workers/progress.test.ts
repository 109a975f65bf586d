// What an operator reads while many items are worked on.
import { describe, expect, test } from 'vitest';
import { splitTask } from '../../../src/protect/parts.ts';
import type { Tell } from '../../../src/run/workers/jobs.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { tellProgress } from '../../../src/run/workers/progress.ts';
import { lineTask } from '../../protect/plans.ts';
import { WORK_LIMIT } from '../../protect/protect.ts';

describe('tellProgress', () => {
  test('says how many are done and how long the others take, two seconds apart at first', () => {
    let nowMs = 0;
    const lines: string[] = [];
    const tell = tellProgress({ clock: () => nowMs, log: (line) => void lines.push(line) });
    const at = (second: number, ...told: Parameters<Tell>) => {
      nowMs = second * 1000;
      tell(...told);
    };
    at(10, 'attack', 0, 40);
    at(11, 'attack', 5, 40);
    at(12, 'attack', 10, 40);
    at(12.5, 'certify', 0, 4);
    at(13, 'attack', 20, 40);
    at(14.5, 'certify', 1, 4);
    at(15, 'attack', 30, 40);
    at(19, 'attack', 40, 40);
    expect(lines).toEqual([
      '    attack: 10 of 40 done, about 6 s left',
      '    certify: 1 of 4 done, about 6 s left',
      '    attack: 30 of 40 done, about 2 s left',
    ]);
  });

  test('begins anew with every question', () => {
    let nowMs = 0;
    const lines: string[] = [];
    const tell = tellProgress({ clock: () => nowMs, log: (line) => void lines.push(line) });
    tell('protect', 0, 2);
    tell('protect', 1, 2);
    tell('protect', 2, 2);
    nowMs = 60_000;
    tell('protect', 0, 4);
    nowMs = 63_000;
    tell('protect', 1, 4);
    expect(lines).toEqual(['    protect: 1 of 4 done, about 9 s left']);
  });
});

test('tellProgress of a question of which nothing is done yet says for how long it was worked on, ever more seldom', () => {
  let nowMs = 0;
  const lines: string[] = [];
  const tell = tellProgress({ clock: () => nowMs, log: (line) => void lines.push(line) });
  for (let second = 0; second <= 100; second += 1) {
    nowMs = second * 1000;
    tell('protect', 0, 1);
  }
  tell('protect', 1, 1);
  const seconds = lines.map((line) => Number(/^ {4}protect: at work for (\d+) s$/.exec(line)?.[1]));
  expect(seconds).toEqual([2, 4, 8, 16, 32, 62, 92]);
});

test.for([1, 2])('a pool of %i tells also while its only item is worked on', async (cores) => {
  const told: string[] = [];
  const pool = await openPool(cores, (...each) => void told.push(each.join()));
  const { solver: _, ...task } = lineTask([3, 20, 9, 8]);
  await pool.all('protect', { workLimit: WORK_LIMIT }, splitTask(task));
  expect(told.filter((line) => line === 'protect,0,1').length).toBeGreaterThan(1);
});

test.for([1, 2])('a pool of %i tells of every item, from none to all', async (cores) => {
  const told: string[] = [];
  const pool = await openPool(cores, (...each) => void told.push(each.join()));
  const { solver: _, ...task } = lineTask([3, 20, 9, 8]);
  const parts = splitTask(task);
  await pool.all('protect', { workLimit: WORK_LIMIT }, [...parts, ...parts]);
  expect([...new Set(told)]).toEqual([0, 1, 2].map((done) => `protect,${done},2`));
});

test('tellProgress of one item says what share of it is done, once that says how long the rest takes', () => {
  let nowMs = 0;
  const lines: string[] = [];
  const tell = tellProgress({ clock: () => nowMs, log: (line) => void lines.push(line) });
  for (let second = 0; second <= 20; second += 1) {
    nowMs = second * 1000;
    tell('attack', second < 4 ? 0.01 * second : second / 20, 1);
  }
  expect(lines).toEqual([
    '    attack: at work for 2 s',
    '    attack: 20% done, about 16 s left',
    '    attack: 40% done, about 12 s left',
    '    attack: 80% done, about 4 s left',
  ]);
});
