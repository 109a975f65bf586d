// npm run protect: any table in, the same table with cells withheld out; every fault named, nothing half-written.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { protectCommand } from '../../../src/run/commands/protect-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';

/*
 *              young   grown     any
 *   north          3      40      43
 *   south         21      35      56
 *   everywhere    24      75      99
 */
const DECLARED = {
  dims: [
    {
      name: 'area',
      total: 'everywhere',
      hierarchies: [
        {
          edges: [
            ['everywhere', 'north'],
            ['everywhere', 'south'],
          ],
        },
      ],
    },
    {
      name: 'age',
      total: 'any',
      hierarchies: [
        {
          edges: [
            ['any', 'young'],
            ['any', 'grown'],
          ],
        },
      ],
    },
  ],
  tables: [['area', 'age']],
};
const ROWS = ['north,young,3', 'north,grown,40', 'south,young,21', 'south,grown,35'];

let folder = '';
let printed: string[] = [];
let logged: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylight-case-'));
  [printed, logged] = [[], []];
});
afterEach(() => rm(folder, { recursive: true }));

const effects = {
  ...pagelessEffects(),
  print: (line: string) => void printed.push(line),
  log: (line: string) => void logged.push(line),
};

async function protectRows(rows: readonly string[], ...args: readonly string[]): Promise<number> {
  await writeFile(join(folder, 'case.json'), JSON.stringify(DECLARED));
  await writeFile(join(folder, 'case.csv'), `area,age,count\n${rows.map((row) => `${row}\n`).join('')}`);
  return protectCommand([join(folder, 'case.json'), ...args], effects);
}

describe('npm run protect', () => {
  test('prints every cell in the names of the case, and a summary apart from it', async () => {
    expect(await protectRows(ROWS)).toBe(0);
    const [header = '', ...cells] = printed.join('\n').split('\n');
    expect(header).toBe('area,age,count,status');
    expect(cells).toHaveLength(9);
    expect(cells).toContain('north,young,,c');
    expect(cells).toContain('everywhere,any,99,');
    expect(cells.filter((cell) => cell.endsWith(',c'))).toHaveLength(6);
    expect(logged.at(-1)).toMatch(/^cells 9, primary 1, complementary 5, .*the least possible, seconds/);
  });

  test('refuses in the names of the case what nothing protects', async () => {
    expect(await protectRows(['north,young,3', 'south,young,2'])).toBe(1);
    expect(logged.join('\n')).toMatch(
      /^Refused: No cells are left that could protect these\. everywhere x any, everywhere x young\. Publish fewer or coarser tables\.$/m,
    );
    expect(logged.join('\n')).not.toMatch(/_T|n\d/);
  });

  test('says what it is at', async () => {
    expect(await protectRows(ROWS)).toBe(0);
    expect(logged.filter((line) => /^ {2}\w/.test(line))).toEqual([
      '  Count its cells',
      '  Choose which cells to withhold',
      '  Attack the choice',
    ]);
  });

  test('--out writes a file and prints nothing', async () => {
    const out = join(folder, 'protected.csv');
    expect(await protectRows(ROWS, '--out', out)).toBe(0);
    expect(printed).toEqual([]);
    expect(await readFile(out, 'utf8')).toMatch(/^area,age,count,status\n/);
  });

  test('--work 0 takes the first choice, of which nothing says how far above the least it is', async () => {
    expect(await protectRows(ROWS, '--work', '0')).toBe(0);
    expect(logged.at(-1)).toMatch(
      /^cells 9, primary 1, complementary \d, .*how far above the least is not known,/,
    );
    expect(printed.join('\n')).toContain('north,young,,c');
  });

  test('leaves a table with nobody in 1 to k-1 as it is', async () => {
    expect(await protectRows(ROWS.slice(1), '--k', '5')).toBe(0);
    expect(printed.join('\n')).not.toMatch(/,c$/m);
  });

  test.each([
    ['a code that is no leaf', 'west,young,3'],
    ['a total among the rows', 'everywhere,young,24'],
    ['a negative count', 'north,young,-3'],
    ['a fraction', 'north,young,3.5'],
    ['an empty count', 'north,young,'],
    ['a row twice', 'north,grown,40'],
    ['a field too many', 'north,young,3,4'],
  ])('refuses %s with file and line, and writes nothing', async (_, row) => {
    const out = join(folder, 'protected.csv');
    expect(await protectRows([...ROWS.slice(1), row], '--out', out)).toBe(1);
    expect(logged.join('\n')).toContain('case.csv:5');
    expect(logged.join('\n')).toMatch(/^Refused: The case has faults/m);
    expect(await readdir(folder)).toEqual(['case.csv', 'case.json']);
  });

  test.each([
    ['no case', []],
    ['two cases', ['a.json', 'b.json']],
    ['a file that is no JSON', ['a.csv']],
    ['k under 5', ['a.json', '--k', '4']],
    ['work that is no number', ['a.json', '--work', 'much']],
    ['an unknown option', ['a.json', '--j', '4']],
  ])('called with %s: exit 2 and how to use it', async (_, args) => {
    expect(await protectCommand(args, effects)).toBe(2);
    expect(logged.join('\n')).toContain('Usage: npm run --silent protect');
  });

  test('of a case that is missing: exit 1, and which file', async () => {
    expect(await protectCommand([join(folder, 'none.json')], effects)).toBe(1);
    expect(logged.join('\n')).toContain('none.json');
  });
});

describe('the largest counts', () => {
  test('up to 2,000,000,000 in all are protected', async () => {
    expect(
      await protectRows(['north,young,3', 'north,grown,999999999', 'south,young,7', 'south,grown,999999990']),
    ).toBe(0);
    expect(printed.join('\n')).toContain('everywhere,any,1999999999,');
  });

  test('more is refused with the line of the row, and no count', async () => {
    const rows = ['north,young,999999999', 'north,grown,999999999', 'south,young,999999999', 'south,grown,3'];
    expect(await protectRows(rows)).toBe(1);
    expect(logged.join('\n')).toMatch(/case\.csv:4: count: .* more than 2000000000\./);
    expect(logged.join('\n')).not.toContain('999999999');
  });
});
