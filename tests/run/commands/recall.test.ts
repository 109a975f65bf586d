// `npm run recall`: the release leaves the site, with a word on when and why; its files stay, and so does the attack's knowledge.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFacts } from '../../../src/gate/facts/read-facts.ts';
import { readRecalls, standing } from '../../../src/release/changes/recalls.ts';
import { readReleases } from '../../../src/release/read-release.ts';
import { verifyRelease } from '../../../src/release/verify-release.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { recallCommand } from '../../../src/run/commands/recall-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { buildTown, copyTown, filesIn, PROGRAM, release, releasesOf, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const WHY = 'It was counted from a copy of last week.';

let town: Town;
beforeAll(async () => {
  town = await buildTown();
  expect(await release(town, ['--missing'])).toMatchObject({ code: 0 });
});
afterAll(() => rm(town.root, { recursive: true, force: true }));

async function inCopy(work: (copy: Town) => Promise<void>): Promise<void> {
  const copy = await copyTown(town);
  await work(copy).finally(() => rm(copy.root, { recursive: true, force: true }));
}

async function recall({ places }: Town, ...args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say, today: () => '2024-11-05' };
  const code = await recallCommand(args, effects, places);
  return { code, said: lines.join('\n') };
}

describe('npm run recall', () => {
  test('writes the day and the reason beside the folder, which still verifies', async () => {
    await inCopy(async (copy) => {
      const before = await filesIn(join(copy.folder, 'releases'));
      const { code, said } = await recall(copy, PROGRAM.id, SECOND, '--why', WHY);
      expect([code, said]).toEqual([0, expect.stringContaining(`${SECOND}-r1`)]);
      expect(await releasesOf(copy)).toEqual([FIRST, SECOND, `${SECOND}.recall.json`]);
      const after = await filesIn(join(copy.folder, 'releases'));
      for (const [path, text] of before) expect(after.get(path)).toBe(text);
      expect((await verifyRelease(join(copy.folder, 'releases', SECOND))).ok).toBe(true);
      const recalls = await readRecalls(copy.folder);
      expect(recalls).toEqual({ ok: true, value: [{ release: SECOND, recalled: '2024-11-05', why: WHY }] });
    });
  });

  test('takes the release off what the site and the gate have, and leaves it in the attack', async () => {
    await inCopy(async (copy) => {
      await recall(copy, PROGRAM.id, FIRST, '--why', WHY);
      const [releases, recalls] = [await readReleases(copy.folder), await readRecalls(copy.folder)];
      if (!releases.ok || !recalls.ok) throw new Error('the town cannot be read');
      expect(releases.value.map((one) => one.release)).toEqual([FIRST, SECOND]);
      expect(standing(releases.value, recalls.value).map((one) => one.release)).toEqual([SECOND]);
      const facts = await readFacts(copy.places.programs);
      const found = facts.ok ? facts.value.get(PROGRAM.id) : undefined;
      expect([[...(found?.releases.keys() ?? [])], found?.texts.has(WHY)]).toEqual([[SECOND], true]);
      const lines: string[] = [];
      const effects = {
        ...pagelessEffects(),
        log: () => undefined,
        print: (line: string) => void lines.push(line),
      };
      expect(await attackCommand([join(copy.folder, 'releases', SECOND)], effects)).toBe(0);
      expect(lines.join('\n')).toContain(
        `Release ${FIRST} was recalled on 2024-11-05 and is attacked all the same`,
      );
      expect(lines.join('\n')).toContain(`attacked: ${FIRST}, ${SECOND}`);
    });
  });

  test('of the newest release: the next one still keeps what it withheld', async () => {
    await inCopy(async (copy) => {
      await recall(copy, PROGRAM.id, SECOND, '--why', WHY);
      expect(await release(copy, [PROGRAM.id, '--id', `${SECOND}-r1`])).toMatchObject({ code: 0 });
      const read = await readReleases(copy.folder);
      const last = read.ok ? read.value.at(-1) : undefined;
      expect(last?.audit?.releases).toEqual([FIRST, SECOND, `${SECOND}-r1`]);
    });
  });

  test('twice, or where the mark was tampered with: exit 1', async () => {
    await inCopy(async (copy) => {
      await recall(copy, PROGRAM.id, SECOND, '--why', WHY);
      const again = await recall(copy, PROGRAM.id, SECOND, '--why', 'Another reason.');
      expect(again).toEqual({ code: 1, said: expect.stringContaining('was recalled on 2024-11-05 already') });
      await writeFile(join(copy.folder, 'releases', `${FIRST}.recall.json`), '{}\n');
      expect((await readRecalls(copy.folder)).ok).toBe(false);
    });
  });

  const wrong: readonly (readonly string[])[] = [
    [],
    [PROGRAM.id, FIRST],
    [PROGRAM.id, FIRST, '--why', ' '],
    [PROGRAM.id, '2024-Q4', '--why', WHY],
    ['no-such-program', FIRST, '--why', WHY],
  ];
  for (const args of wrong) {
    test(`-- ${args.join(' ')}: exit 2 and how to use it, nothing written`, async () => {
      const before = await releasesOf(town);
      expect(await recall(town, ...args)).toMatchObject({
        code: 2,
        said: expect.stringContaining('Usage: npm run recall'),
      });
      expect(await releasesOf(town)).toEqual(before);
    });
  }
});
