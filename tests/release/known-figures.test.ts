// A release whose audit says of figures on the record what none can say is refused in one clear word, on disk and in a browser.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Audit } from '../../src/formats/audit-file.ts';
import { orderBounds } from '../../src/formats/record-bound.ts';
import { readReleases } from '../../src/release/read-release.ts';
import { nameRelease, sealRelease, writeStaged } from '../../src/release/seal.ts';
import { nodeDisk } from '../../src/run/effects.ts';
import { publishedRelease } from '../../src/witness/published.ts';
import { AUDIT } from './small-audit.ts';
import { stagedFiles } from './small-release.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const release = () => join(root, 'releases', '2024-Q2');

/** Seals a release with these figures in its audit, though no release would be made with them. */
async function seal(recordFigures: unknown): Promise<void> {
  const folder = join(root, 'releases', '.tmp-2024-Q2-1');
  await writeStaged(folder, stagedFiles(), nodeDisk);
  await sealRelease(folder, stagedFiles(), { ...AUDIT, recordFigures } as Audit, nodeDisk);
  await nameRelease(folder, release(), nodeDisk);
}

const CELL = 'cards-issued|2024-Q1|event';
const FORM = /a figure on the record has a cell and whole numbers of 0 or more/;

const GOOD: readonly (readonly [title: string, figures: unknown])[] = [
  ['none', []],
  ['the number of them, as before 2026-12', 2],
  ['an exact one', [{ cell: CELL, lower: 3, upper: 3 }]],
  ['two of a cell, one without a limit', [4, 5].map((lower) => ({ cell: CELL, lower, upper: null }))],
  ['one of a total to date', [{ cell: 'cards-issued|..2024-02|_T', lower: 3, upper: null }]],
  ['one of a year that is to come', [{ cell: 'cards-issued|2031|online', lower: 3, upper: 5 }]],
];
const BAD: readonly (readonly [title: string, figures: unknown])[] = [
  ['a text', 'two'],
  ['nothing', null],
  ['half a figure', 1.5],
  ['fewer than none', -1],
  ['a list of numbers', [3]],
  ['a cell without a name', [{ cell: '', lower: 3, upper: 3 }]],
  ['a negative limit', [{ cell: CELL, lower: -3, upper: 3 }]],
  ['crossed limits', [{ cell: CELL, lower: 4, upper: 3 }]],
  ['no whole number', [{ cell: CELL, lower: 3, upper: 3.5 }]],
  ['a number in quotes', [{ cell: CELL, lower: '3', upper: 3 }]],
  ['no upper limit and no null', [{ cell: CELL, lower: 3 }]],
  ['something more', [{ cell: CELL, lower: 3, upper: 3, value: 3 }]],
  ['one twice', [3, 3].map((lower) => ({ cell: CELL, lower, upper: null }))],
  ['two in the wrong order', [5, 4].map((lower) => ({ cell: CELL, lower, upper: null }))],
];

test.for(GOOD)('an audit that knew %s is read, on disk and from published files', async ([, figures]) => {
  await seal(figures);
  expect(await readReleases(root)).toMatchObject({
    ok: true,
    value: [{ audit: { recordFigures: figures } }],
  });
  const published = await publishedRelease((path) => readFile(join(release(), path)));
  expect(published.audit).toEqual({ recordFigures: figures });
});

test.for(BAD)('an audit that knew %s is refused, on disk and from published files', async ([, figures]) => {
  await seal(figures);
  const read = await readReleases(root);
  expect(read.ok ? [] : read.problems).toMatchObject([
    {
      file: join(release(), 'audit.json'),
      column: 'recordFigures',
      code: 'form',
      message: expect.stringMatching(FORM),
    },
  ]);
  await expect(publishedRelease((path) => readFile(join(release(), path)))).rejects.toThrow(FORM);
});

test.for([
  ['of no measure', 'people|2024-Q1|event'],
  ['without its codes', 'cards-issued|2024-Q1'],
  ['with a code too many', 'cards-issued|2024-Q1|event|_T'],
  ['of an unknown code', 'cards-issued|2024-Q1|post'],
  ['of no period', 'cards-issued|2024-Q5|event'],
  ['of all periods, which no figure can be of', 'cards-issued|_T|event'],
])('an audit that knew a figure %s is refused by its place', async ([, cell]) => {
  await seal(orderBounds([CELL, String(cell)].map((named) => ({ cell: named, lower: 3, upper: 3 }))));
  const read = await readReleases(root);
  expect(read.ok ? [] : read.problems).toMatchObject([
    {
      file: join(release(), 'audit.json'),
      column: expect.stringMatching(/^recordFigures\.[01]\.cell$/),
      code: 'unknown-cell',
      message: 'A figure on the record names a cell that no release up to this one declares.',
    },
  ]);
});
