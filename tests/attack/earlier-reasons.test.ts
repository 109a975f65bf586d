// SECURITY.md, "Reasons of earlier releases": what a reader takes of the blocks of one release, beside all that later ones published.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { examineBlock } from '../../src/attack/examine.ts';
import type { RecordBound } from '../../src/formats/record-bound.ts';
import { readReleases } from '../../src/release/read-release.ts';
import type { SealedRelease } from '../../src/release/release.ts';
import { cellSpaceOf, readBounds } from '../../src/run/commands/read-bounds.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { type Block, splitSystem } from '../../src/system/blocks.ts';
import type { Explanation } from '../../src/system/rule.ts';
import { type Facts, knownFrom } from '../../src/verify/facts.ts';
import { boundsOf, openQuestion, type Question } from '../../src/verify/question.ts';

const EXAMPLE = fileURLToPath(new URL('../../data/programs/example-city', import.meta.url));

interface HiddenBlock {
  readonly block: Block;
  readonly facts: Facts;
  readonly question: Question;
  /** Keys of its cells. */
  readonly keys: readonly string[];
}

test('in the invented city no earlier reason of a hiding leaves a cell less open', async () => {
  const { earlier, newest } = await hiddenBlocks();
  expect(earlier.length).toBeGreaterThan(20);
  const solver = await loadSolver();
  for (const old of earlier)
    for (const { block, facts, question, keys } of newest) {
      const explains = reasonsOf(old, keys);
      if (explains.length === 0) continue;
      const session = solver.open({ ...boundsOf(facts, block), constraints: block.rows });
      const { verdicts } = examineBlock(solver, session, { ...question, explains });
      session.close();
      expect([...verdicts.values()].filter((verdict) => /never|no-world/.test(verdict))).toEqual([]);
    }
}, 60_000);

/** Those that earlier releases alone hid, and those that all together hide. */
async function hiddenBlocks(): Promise<Record<'earlier' | 'newest', readonly HiddenBlock[]>> {
  const read = await readReleases(EXAMPLE);
  if (!read.ok) throw new Error('the releases of the invented city cannot be read');
  const [last, ...before] = read.value.map((_, at) => read.value.slice(0, at + 1)).reverse();
  if (last === undefined) throw new Error('the invented city has no release');
  const record = await readBounds(EXAMPLE, cellSpaceOf(last.at(-1) as SealedRelease));
  const blocksOf = (releases: readonly SealedRelease[]) => blocksIn(releases, record);
  return { earlier: before.flatMap(blocksOf), newest: blocksOf(last) };
}

function blocksIn(releases: readonly SealedRelease[], record: readonly RecordBound[]): HiddenBlock[] {
  const { system, facts, k } = knownFrom(releases, record);
  const { blocks, known } = splitSystem(system, facts.given);
  return blocks.flatMap((block) => {
    const question = openQuestion(system, facts, known, block, k);
    const keys = block.cells.map((cell) => system.cells[cell]?.key ?? '');
    return question === undefined ? [] : [{ block, facts, question, keys }];
  });
}

/** What could explain an earlier block, as far as its cells are among these. */
function reasonsOf({ question, keys: old }: HiddenBlock, keys: readonly string[]): Explanation[] {
  return question.explains.flatMap((limits) => {
    const moved = limits.map((limit) => ({ ...limit, column: keys.indexOf(old[limit.column] as string) }));
    return moved.some(({ column }) => column < 0) ? [] : [moved];
  });
}
