// What a pool makes of jobs on other threads, and that it is what one thread makes of them.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { splitTask } from '../../../src/protect/parts.ts';
import { attackOn } from '../../../src/run/workers/attack-on.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { openThreads } from '../../../src/run/workers/threads.ts';
import { flat, tableOf } from '../../attack/tables.ts';
import { lineTask, readerOf } from '../../protect/plans.ts';
import { WORK_LIMIT } from '../../protect/protect.ts';

const one = await openPool(1);
const two = await openPool(2);

const OPTIONS = { workLimit: WORK_LIMIT };
const parts = [
  [3, 20, 9, 8],
  [7, 8, 9],
  [1, 4, 0, 30, 12],
  [2, 2, 40, 9],
].flatMap((leaves) => {
  const { solver: _, ...task } = lineTask(leaves);
  return splitTask(task);
});

describe('all', () => {
  test('on two threads gives what one thread gives, in the same order', async () => {
    const alone = await one.all('protect', OPTIONS, parts);
    expect(await two.all('protect', OPTIONS, parts)).toEqual(alone);
    expect(await two.all('protect', OPTIONS, [...parts].reverse())).toEqual([...alone].reverse());
    expect(alone[0]).toMatchObject({ withheld: [1, 3, 4] });
  });

  test('of two questions at once answers both', async () => {
    const [first, second] = await Promise.all([
      two.all('protect', OPTIONS, parts),
      two.all('protect', OPTIONS, parts.slice(1)),
    ]);
    expect(second).toEqual(first.slice(1));
  });

  test('of one item, or none, is done here', async () => {
    expect(await two.all('protect', OPTIONS, [])).toEqual([]);
    expect(await two.all('protect', OPTIONS, parts.slice(0, 1))).toEqual(
      await one.all('protect', OPTIONS, parts.slice(0, 1)),
    );
  });

  test.for([1, 2])('on %i threads throws what a job throws, and takes the next question', async (cores) => {
    const pool = await openPool(cores);
    const broken = parts.map((part) => ({ ...part, task: { ...part.task, costs: null as never } }));
    const error: Error = await pool.all('protect', OPTIONS, broken).then(
      () => new Error('nothing was thrown'),
      (thrown) => thrown,
    );
    expect(error.message).toMatch(/null/);
    expect(error.stack).toMatch(/protect[/\\][a-z-]+\.ts/);
    expect(await pool.all('protect', OPTIONS, parts)).toHaveLength(parts.length);
  });
});

test.for([0, 10_000])(
  'openThreads that may wait with %i MB answers one question after another',
  async (mostIdleMb) => {
    const run = openThreads(2, () => undefined, mostIdleMb);
    const alone = await one.all('protect', OPTIONS, parts);
    const [first, second] = await Promise.all([
      run('protect', OPTIONS, parts),
      run('protect', OPTIONS, parts.slice(2)),
    ]);
    expect([first, second]).toEqual([alone, alone.slice(2)]);
    expect(await run('protect', OPTIONS, parts)).toEqual(alone);
  },
);

test('openThreads has others ready in place of those that hold too much, before the next question', async () => {
  let opened = 0;
  const note = () => {
    opened += 1;
  };
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  const run = openThreads(2, () => undefined, 0);
  await run('protect', OPTIONS, parts);
  await expect.poll(() => opened).toBe(4);
  const second = run('protect', OPTIONS, parts);
  await new Promise(setImmediate);
  expect(opened).toBe(4);
  await second;
  await expect.poll(() => opened).toBe(6);
});

test('openThreads keeps no process from ending, with others in place of those that held too much', () => {
  const script = new URL('ask-threads.ts', import.meta.url);
  expect(execFileSync(process.execPath, [fileURLToPath(script)], { encoding: 'utf8' })).toBe('1\n');
});

test('attackOn two threads finds what one thread finds, which tells what share of each block is searched', async () => {
  const told: number[] = [];
  const one = await openPool(1, (_, done) => void told.push(done));
  const areas = ['a1', 'a2', 'a3'];
  const table = tableOf(
    [flat('a', ...areas), flat('b', 'b1', 'b2', 'b3')],
    [[areas, ['_T', 'b1', 'b2', 'b3']]],
  );
  const counts = table.system.cells.map(({ codes }) => (codes[1] === '_T' ? 12 : 4));
  const input = lineTask([1]);
  const withheld = new Set([...counts.keys()].filter((cell) => counts[cell] === 4));
  const facts = readerOf(
    {
      table,
      counts,
      input: {
        ...input,
        publishable: new Set(counts.keys()),
        lower: counts.map(() => 0),
        upper: counts.map(() => 99),
      },
    },
    withheld,
  );
  const options = { k: 5, ranges: true };
  const alone = await attackOn(one, table.system, facts, options);
  expect(alone.blocks).toHaveLength(3);
  expect(told).toEqual(told.toSorted((before, after) => before - after));
  for (const block of [0, 1, 2])
    expect(told.filter((done) => done > block && done < block + 1).length).toBeGreaterThan(3);
  expect(await attackOn(two, table.system, facts, options)).toEqual(alone);
});
