/** `npm run template`: blank files that the readers of inputs understand. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { releaseEnd } from '../../../src/program/period.ts';
import { readRecord } from '../../../src/record/read-record.ts';
import { templateCommand } from '../../../src/run/commands/template-command.ts';
import { ownDocket } from '../../../src/tallies/docket/docket-source.ts';
import { readDocket } from '../../../src/tallies/docket/read-docket.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { DOCKET_PROGRAM } from '../docket-town.ts';
import { filesIn, inTown, PROGRAM, type Town } from '../town.ts';

async function template({ places }: Town, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await templateCommand(args, { ...pagelessEffects(), log: say, print: say }, places);
  return { code, said: lines.join('\n') };
}

test('templateCommand writes a header for every input of the program, and nothing else', () =>
  inTown(async (town) => {
    const out = join(town.root, 'blank');
    expect(await template(town, 'old-ferry', '--out', out)).toMatchObject({ code: 0 });
    const files = await filesIn(out);
    expect([...files.keys()].sort()).toEqual([
      'applications.csv',
      'cards-issued.csv',
      'certified-zeros.csv',
      'legal-request-events.csv',
      'legal-requests.csv',
      'record/figures.csv',
      'record/requests.csv',
      'record/statements.csv',
      'record/states.csv',
      'record/timeline.csv',
    ]);
    for (const [, text] of files) expect(text.split('\n')).toHaveLength(2);
    expect(files.get('cards-issued.csv')).toBe('period,channel,age,count\n');
  }, DOCKET_PROGRAM));

test('what templateCommand writes is read as a docket without requests and a record without figures', () =>
  inTown(async (town) => {
    const out = join(town.root, 'blank');
    await template(town, 'old-ferry', '--out', out);
    const docket = await readDocket(ownDocket(out), {
      from: '2024-01',
      end: releaseEnd('2024-Q2') ?? 0,
      fiscalYearStartMonth: 1,
    });
    expect(docket).toEqual({ ok: true, value: { requests: [], zeros: [] } });
    const program = { dimensions: [], measures: [], period: undefined };
    expect(await readRecord({ folder: join(out, 'record'), program })).toMatchObject({ ok: true });
  }, DOCKET_PROGRAM));

test('templateCommand of a program without a docket writes none', () =>
  inTown(async (town) => {
    const out = join(town.root, 'blank');
    await template(town, 'old-ferry', '--out', out);
    expect([...(await filesIn(out)).keys()].filter((name) => name.startsWith('legal'))).toEqual([]);
  }, PROGRAM));

test('templateCommand writes over nothing, and then writes nothing at all', () =>
  inTown(async (town) => {
    const out = join(town.root, 'filled');
    await mkdir(out);
    await writeFile(join(out, 'legal-requests.csv'), 'filled in');
    expect(await template(town, 'old-ferry', '--out', out)).toMatchObject({
      code: 1,
      said: expect.stringContaining('not written over'),
    });
    expect(await readFile(join(out, 'legal-requests.csv'), 'utf8')).toBe('filled in');
    expect((await filesIn(out)).size).toBe(1);
  }, DOCKET_PROGRAM));

test.each([
  [[]],
  [['old-ferry']],
  [['old-ferry', 'two', '--out', 'x']],
  [['--out', 'x']],
  [['old-ferry', '--to', 'x']],
])('templateCommand of %j is used wrongly', (args) =>
  inTown(async (town) => expect((await template(town, ...args)).code).toBe(2)),
);
