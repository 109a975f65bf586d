import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { damage, openDice } from './mutate.ts';

test('fuzz of 1,500 damaged files: none crashes, leaves something behind or has a planted value told', async () => {
  const { files, runs, failures } = await fuzz({ count: 1500, seed: 1, runEvery: 300 });
  expect(failures).toEqual([]);
  expect(runs).toBe(5);
  for (const { given, refused } of files.values()) expect([given > 100, refused > 50]).toEqual([true, true]);
});

test('damage of the same text by the same seed is the same', () => {
  const once = () => damage('period,count\n2024,3\n', openDice(7), ['x']);
  expect(once()).toEqual(once());
});
