// Every fault of a case has its file, line and character, and what to do; nothing of it passes in silence.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/reading/problem.ts';
import { readCase } from '../../../src/run/case/case-file.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylight-case-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What is said of a case in one line of JSON, without its folder. */
async function saidOf(json: string): Promise<string[]> {
  const file = join(folder, 'case.json');
  await writeFile(file, json);
  await writeFile(join(folder, 'case.csv'), 'street,count\nelm,20\noak,4\n');
  const read = await readCase(file);
  return read.ok ? [] : read.problems.map((problem) => formatProblem(problem).replaceAll(folder, ''));
}

const caseWith = (edges: string, more = '') =>
  `{${more}"dims": [{"name": "street", "total": "all", "hierarchies": [{"edges": [${edges}]}]}],\n"tables": [["street"]]}`;
const SOUND = '["all", "elm"], ["all", "oak"]';

test('readCase of a sound case, with or without a byte order mark and what describes it', async () => {
  expect(await saidOf(caseWith(SOUND))).toEqual([]);
  expect(await saidOf(`\uFEFF${caseWith(SOUND, '"title": "Trees", "sum": 24, ')}`)).toEqual([]);
});

describe('readCase refuses', () => {
  test.each([
    ['k', caseWith(SOUND, '"k": 20, '), /^\/case\.json:1:2: k: There is no such key\..*behind --k/],
    ['a misspelt key', caseWith(SOUND, '"tabels": [], '), /^\/case\.json:1:2: tabels: .* Is it "tables"\?/],
    ['a key twice', caseWith(SOUND, '"dims": [],\n'), /^\/case\.json:2:1: dims: .* line 1, character 2\./],
    [
      'an edge twice',
      caseWith(`["all", "elm"],\n${SOUND}`),
      /^\/case\.json:2:1: dims\.street\.hierarchies\.0\.edges\.1: The edge from "all" to "elm" stands there twice\. Take one out\.$/,
    ],
    [
      'two parents',
      caseWith(`${SOUND}, ["all", "wood"],\n["wood", "oak"]`),
      /^\/case\.json:2:1: .*"oak" is a part of "all" and of "wood"/,
    ],
    [
      'a total with a parent',
      caseWith(`${SOUND},\n["oak", "all"]`),
      /^\/case\.json:2:1: .*"all" is the total and has a parent/,
    ],
    [
      'a circle',
      caseWith(`["all", "elm"],\n["oak", "ash"],\n["ash", "oak"]`),
      /^\/case\.json:2:1: .*"oak" does not lead up to the total/,
    ],
    ['a comma too many', caseWith(`${SOUND},`), /^\/case\.json:1:\d+: The file is not valid JSON/],
  ])('%s', async (_, json, expected) => {
    expect((await saidOf(json))[0]).toMatch(expected);
  });

  test('an edge twice with one report alone', async () => {
    expect(await saidOf(caseWith(`["all", "elm"], ${SOUND}`))).toHaveLength(1);
  });
});
