// The doors that a damaged file is carried to, one file at a time beside sound ones: what they say, in lines.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseProgram } from '../../src/program/parse-program.ts';
import { releaseEnd } from '../../src/program/period.ts';
import type { Program } from '../../src/program/program.ts';
import { acceptAll, type Checked, formatProblem } from '../../src/reading/problem.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { parseCaseRows } from '../../src/run/case/case-rows.ts';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import type { Effects } from '../../src/run/effects.ts';
import { ownDocket } from '../../src/tallies/docket/docket-source.ts';
import { readDocket } from '../../src/tallies/docket/read-docket.ts';
import { readCorrections } from '../../src/tallies/read-corrections.ts';
import type { ReadMeasure } from '../../src/tallies/read-measure.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { FILES, PROGRAM } from './inputs.ts';

const END = releaseEnd('2024-Q2') ?? 0;

/** Where everything lies: a repository of one program. */
export interface Doors {
  readonly root: string;
  /** That of the program. */
  readonly folder: string;
  readonly program: Program;
  readonly tallies: readonly ReadMeasure[];
}

/** Writes every sound file, and reads what damaged ones are read against. */
export async function openDoors(root: string): Promise<Doors> {
  const folder = join(root, 'programs', PROGRAM.id);
  for (const [path, text] of Object.entries(FILES)) await restore(folder, path, text);
  const program = acceptedOf(parseProgram(FILES['program.json'] ?? '', 'program.json'));
  const tallies = acceptedOf(
    acceptAll(await readTallies({ program, end: END, folder: join(folder, 'tallies') })),
  );
  return { root, folder, program, tallies };
}

export async function restore(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

function acceptedOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(
    `internal error: a sound file is refused: ${checked.problems.map(formatProblem).join(' ')}`,
  );
}

/** What the reader of one file says of it; nothing where it takes it. */
export async function askReader(path: string, bytes: Uint8Array, doors: Doors): Promise<string[]> {
  const { folder, program, tallies } = doors;
  const from = join(folder, 'tallies');
  const said = (checked: Checked<unknown>) => (checked.ok ? [] : checked.problems.map(formatProblem));
  if (path === 'program.json') return said(parseProgram(new TextDecoder().decode(bytes), path));
  if (path.startsWith('record/')) return said(await readRecord({ folder: join(folder, 'record'), program }));
  if (path.startsWith('batch/'))
    return said(
      await readCorrections({ program, folder: join(folder, 'batch'), closed: END, docket: null }, tallies),
    );
  if (path.startsWith('tallies/legal-'))
    return said(await readDocket(ownDocket(from), { from: '2024-01', end: END, fiscalYearStartMonth: 1 }));
  const columns = [
    { name: 'period', leaves: new Set(['2024-01', '2024-02', '2024-04']) },
    { name: 'channel', leaves: new Set(['event', 'online']) },
  ];
  return [
    ...said(acceptAll(await readTallies({ program, end: END, folder: from }))),
    ...said(parseCaseRows(bytes, path, columns)),
  ];
}

/** How a whole dry run ends and what it says. */
export async function askRun({ root }: Doors): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const effects: Effects = { ...pagelessEffects(), cores: 1, log: say, print: say };
  const places = { repository: root, programs: join(root, 'programs') };
  const code = await releaseCommand([PROGRAM.id, '--id', '2024-Q2', '--dry-run'], effects, places);
  return { code, said };
}
