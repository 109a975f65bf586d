/** Reads everything that the site shows: program papers, records and releases. Never a tally. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseProgram } from '../model/parse-program.ts';
import { type Checked, formatProblem } from '../model/problem.ts';
import { readRecord } from '../record/read-record.ts';
import { readReleases } from '../release/read-release.ts';
import { readRecalls, standing } from '../release/recalls.ts';
import type { SiteProgram } from './view.ts';

/** Where programs live; tests build the site from folders of their own. */
const DATA_FOLDER = process.env.DAYLIGHT_DATA ?? 'data';

let programs: Promise<readonly SiteProgram[]> | undefined;

/** All programs in order of their folders' names, read once per build. */
export function loadPrograms(): Promise<readonly SiteProgram[]> {
  programs ??= readPrograms(DATA_FOLDER);
  return programs;
}

export function programFolder(program: string): string {
  return join(DATA_FOLDER, 'programs', program);
}

async function readPrograms(dataFolder: string): Promise<SiteProgram[]> {
  const folder = join(dataFolder, 'programs');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return Promise.all(names.map((name) => readProgram(join(folder, name))));
}

async function readProgram(folder: string): Promise<SiteProgram> {
  const file = join(folder, 'program.json');
  const program = acceptedOf(parseProgram(await readFile(file, 'utf8'), file));
  const releases = acceptedOf(await readReleases(folder));
  const record = acceptedOf(await readRecord({ folder: join(folder, 'record'), program }));
  const recalls = acceptedOf(await readRecalls(folder));
  return { program, record, releases: standing(releases, recalls), recalls };
}

function acceptedOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(
    ['The site cannot be built from this data.', ...checked.problems.map(formatProblem)].join('\n'),
  );
}
