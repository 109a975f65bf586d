// `npm run attack -- [--check] <release folder>`: the same audit for anybody who makes it again; certificates by addition alone.
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Audit, formatAudit, parseAudit } from '../../../src/formats/audit-file.ts';
import { formatSums, parseSums } from '../../../src/formats/sums-file.ts';
import { sha256 } from '../../../src/release/hash.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { buildTown, copyTown, inPlenty, PROGRAM, release, type Town } from '../town.ts';

const ID = '2024-Q2';

let sealed: Town;
beforeAll(async () => {
  sealed = await buildTown();
  expect(await release(sealed, [PROGRAM.id, '--id', ID])).toMatchObject({ code: 0 });
});
afterAll(() => rm(sealed.root, { recursive: true, force: true }));

const folderOf = (town: Town) => join(town.folder, 'releases', ID);

async function attack(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await attackCommand(args, { ...pagelessEffects(), log: say, print: say });
  return { code, said: lines.join('\n') };
}

/** The town with another audit, sealed as if it were the right one. */
async function withAudit(
  change: (audit: Audit) => Audit,
  work: (town: Town) => Promise<void>,
): Promise<void> {
  const town = await copyTown(sealed);
  try {
    const [file, sumsFile] = [join(folderOf(town), 'audit.json'), join(folderOf(town), 'SHA256SUMS')];
    const audit = parseAudit(await readFile(file, 'utf8'), file);
    const sums = parseSums(await readFile(sumsFile, 'utf8'), sumsFile);
    if (!audit.ok || !sums.ok) throw new Error('the sealed release cannot be read');
    const text = formatAudit(change(audit.value));
    await writeFile(file, text);
    await writeFile(sumsFile, formatSums(new Map(sums.value).set('audit.json', sha256(text))));
    await work(town);
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
}

const nothing = (audit: Audit): Audit => audit;

/** As audits were written before 2026-12, with the keys in the order of that time. */
const sampled = (audit: Audit): Audit =>
  Object.fromEntries(
    Object.entries(audit).flatMap(([key, value]) =>
      key === 'certificates'
        ? [
            ['certified', 3],
            [key, audit.certificates.slice(1)],
          ]
        : [[key, value]],
    ),
  ) as Audit;

/** The certificates with the first of them changed. */
const first =
  (change: (block: Audit['certificates'][number]) => Partial<Audit['certificates'][number]>) =>
  (audit: Audit): Audit => ({
    ...audit,
    certificates: audit.certificates.map((block, at) => (at === 0 ? { ...block, ...change(block) } : block)),
  });

describe('npm run attack', () => {
  test('makes the audit again, byte for byte', async () => {
    const { code, said } = await attack(folderOf(sealed));
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('the same when it is made again, byte for byte'),
    ]);
  });

  test('of a release with another audit than it makes: exit 1', async () => {
    await withAudit(
      first(({ worlds }) => ({ worlds: worlds.slice(1) })),
      async (town) => {
        const said = expect.stringContaining('another one when it is made again');
        expect(await attack(folderOf(town))).toMatchObject({ code: 1, said });
      },
    );
  });
});

describe('npm run attack -- --check', () => {
  test('of a sealed release: exit 0, and every hidden cell is shown by addition', async () => {
    const { code, said } = await attack('--check', folderOf(sealed));
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('all 16 of 16 hidden cells are shown by addition alone'),
    ]);
  });

  test('of a release that hides nothing: exit 0, and no count of cells that are not there', async () => {
    await inPlenty(async (town) => {
      expect(await release(town, [PROGRAM.id, '--id', ID])).toMatchObject({ code: 0 });
      const { code, said } = await attack('--check', folderOf(town));
      expect([code, said]).toEqual([0, expect.stringContaining('No cell is hidden that must be shown')]);
      expect(said).not.toMatch(/ 0 of 0 /);
    });
  });

  test('loads no solver', async () => {
    const guard = `import { registerHooks } from 'node:module';
      registerHooks({ resolve: (name, context, next) => {
        if (name === 'highs') { console.error('the solver is loaded'); process.exit(9); }
        return next(name, context);
      } });`;
    const hook = `data:text/javascript,${encodeURIComponent(guard)}`;
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['--import', hook, resolve('scripts/attack.ts'), ...args]);
    expect((await run('--check', folderOf(sealed))).stdout).toContain('The certificates add up');
    await expect(run(folderOf(sealed))).rejects.toThrow('the solver is loaded');
  });

  const tampered: readonly [string, (audit: Audit) => Audit, string][] = [
    [
      'a world with one number changed',
      first(({ worlds: [one = '', ...rest] }) => ({
        worlds: [one.replace(/^\d+/, (count) => String(Number(count) + 1)), ...rest],
      })),
      'misses the relation',
    ],
    ['no worlds', first(() => ({ worlds: [] })), 'no world shows that counts explain'],
    [
      'fewer worlds',
      first(({ worlds }) => ({ worlds: worlds.slice(0, 1) })),
      'no world shows that it can be 5 or more',
    ],
    [
      'the word of a solver in the place of a proof',
      first(({ proofs }) => ({
        proofs: proofs.map((step) => ({ ...step, proof: { word: 'solver' as const } })),
      })),
      'the proof of what it must be does not add up',
    ],
    [
      'fewer proofs',
      first(({ proofs }) => ({ proofs: proofs.slice(0, -1) })),
      'no proof that it is 5 or more',
    ],
    [
      'a cell left out',
      (audit) => ({ ...audit, ranges: audit.ranges.slice(1) }),
      'the audit says nothing of it',
    ],
    ['no certificate', (audit) => ({ ...audit, certificates: [] }), 'has no certificate'],
    [
      'a sample of certificates, as before 2026-12',
      sampled,
      'one of before 2026-12, when 3 of 16 cells were certified',
    ],
  ];
  for (const [title, change, says] of tampered) {
    test(`of an audit with ${title}: exit 1`, async () => {
      await withAudit(change, async (town) => {
        expect(await attack('--check', folderOf(town))).toMatchObject({
          code: 1,
          said: expect.stringContaining(says),
        });
      });
    });
  }

  test('of files that are not as they were sealed: exit 1', async () => {
    await withAudit(nothing, async (town) => {
      const file = join(folderOf(town), 'cubes', 'cards-issued.csv');
      await writeFile(file, (await readFile(file, 'utf8')).replace(',40,', ',41,'));
      expect(await attack('--check', folderOf(town))).toMatchObject({
        code: 1,
        said: expect.stringContaining('not as it was sealed'),
      });
    });
  });

  test('after somebody put on the record what the worlds do not fit: exit 1', async () => {
    await withAudit(nothing, async (town) => {
      const header =
        'id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell';
      const row =
        'online-old,cards,Cards,9,exact,cards,2024-04/2024-06,A newspaper,,Read,,,cards-issued|2024-Q2|online|old';
      await mkdir(join(town.folder, 'record'));
      await writeFile(join(town.folder, 'record', 'figures.csv'), `${header}\n${row}\n`);
      expect(await attack('--check', folderOf(town))).toMatchObject({
        code: 1,
        said: expect.stringContaining('outside what is known of the cell'),
      });
    });
  });

  for (const args of [['--check'], ['--check', 'no-such-folder'], ['--surprise', 'x']]) {
    test(`${args.join(' ')}: exit 2 and how to use it`, async () => {
      expect(await attack(...args)).toMatchObject({ code: 2, said: expect.stringContaining('[--check]') });
    });
  }
});
