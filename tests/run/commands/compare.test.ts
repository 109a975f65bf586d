// `npm run compare`: what coarser tables would keep and cost, and what each table costs the others.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareCommand } from '../../../src/run/commands/compare-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { filesIn, inTown, PROGRAM, release, TALLIES, type Town } from '../town.ts';

async function compare({ places }: Town, ...args: readonly string[]) {
  const [printed, logged]: [string[], string[]] = [[], []];
  const effects = {
    ...pagelessEffects(),
    log: (line: string) => void logged.push(line),
    print: (line: string) => void printed.push(line),
  };
  const code = await compareCommand(args, effects, places);
  return { code, printed, said: [...logged, ...printed].join('\n') };
}

/** The numbers of a row of the table: cells, withheld, people, cost. */
function numbersOf(printed: readonly string[], title: string): number[] {
  const line = printed.find((one) => one.startsWith(`${title} `)) ?? '';
  return line.slice(title.length).trim().split(/\s+/).map(Number);
}

/** Quarters by channel and quarters by age. In one quarter few people of two ages got cards; other ages are hidden for them. */
const TWO_TABLES = {
  ...PROGRAM,
  tables: [
    {
      id: 'by-quarter',
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period: 'quarter', channel: 'channel' },
    },
    { id: 'by-age', measure: 'cards-issued', title: 'Cards', levels: { period: 'quarter', age: 'age' } },
  ],
  relations: [],
};

const FEW_AGES: Readonly<Record<string, string>> = {
  ...TALLIES,
  'cards-issued.csv': (TALLIES['cards-issued.csv'] ?? '').replace(
    /2024-Q2,(\w+),(\w+),\d+/g,
    (_, channel, age) =>
      `2024-Q2,${channel},${age},${channel === 'event' ? ({ young: 3, grown: 2 }[String(age)] ?? 0) : 0}`,
  ),
};

describe('npm run compare', () => {
  test('shows the declared tables beside each coarser one, and writes nothing', async () => {
    await inTown(async (town) => {
      const before = await filesIn(town.folder);
      const { code, printed } = await compare(town, PROGRAM.id, '--id', '2024-Q2');
      expect([code, await filesIn(town.folder)]).toEqual([0, before]);
      const dry = await release(town, [PROGRAM.id, '--id', '2024-Q2', '--dry-run']);
      const [cells = 0, withheld = 0, people = 0, cost = 0] = numbersOf(printed, 'as declared');
      expect([cells, withheld]).toEqual([45, 12]);
      expect(dry.said).toContain(`(${people} people, cost ${cost}:`);
      const alone = numbersOf(printed, 'without applications');
      expect(alone[0]).toBe(36);
      expect(printed.some((line) => line.startsWith('without cards'))).toBe(true);
    });
  });

  test('says nothing of costs where leaving a table out brings no cell of another back', async () => {
    await inTown(
      async (town) => {
        const { printed } = await compare(town, PROGRAM.id, '--id', '2024-Q2');
        const declared = numbersOf(printed, 'as declared');
        const without = numbersOf(printed, 'without by-age');
        expect(declared[1]).toBeGreaterThan(without[1] ?? 0);
        const costs = printed.filter((line) =>
          /^Publishing by-age costs \d+ cells? of by-quarter/.test(line),
        );
        expect(costs).toEqual([]);
      },
      TWO_TABLES,
      FEW_AGES,
    );
  });

  test('after a release: a table that would take back what it published is not open', async () => {
    await inTown(async (town) => {
      expect(await release(town, [PROGRAM.id, '--id', '2024-Q2'])).toMatchObject({ code: 0 });
      const { code, printed } = await compare(town, PROGRAM.id);
      expect(code).toBe(0);
      expect(printed.find((line) => line.startsWith('without cards'))).toMatch(
        /not open, it would take back \d+ cells/,
      );
    });
  });

  for (const args of [[], ['no-such-program'], [PROGRAM.id, '--surprise']]) {
    test(`-- ${args.join(' ')}: exit 2 and how to use it`, async () => {
      await inTown(async (town) => {
        const usage = expect.stringContaining('Usage: npm run compare');
        expect(await compare(town, ...args)).toMatchObject({ code: 2, said: usage });
        expect(await filesIn(join(town.folder, 'releases'))).toEqual(new Map());
      });
    });
  }
});
