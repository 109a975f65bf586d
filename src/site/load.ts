/** Reads everything that the site shows: program papers, records and releases. Never a tally. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { parseProgram } from '../model/parse-program.ts';
import { type Checked, formatProblem } from '../model/problem.ts';
import { readReleases } from '../release/read-release.ts';
import type { ProgramRecord } from './record-view.ts';
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

export async function readPrograms(dataFolder: string): Promise<SiteProgram[]> {
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
  return { program, record: await readRecord(folder), releases };
}

function acceptedOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(
    ['The site cannot be built from this data.', ...checked.problems.map(formatProblem)].join('\n'),
  );
}

async function readRecord(folder: string): Promise<ProgramRecord> {
  const rows = async (name: string) => {
    const text = await readFile(join(folder, 'record', `${name}.csv`), 'utf8').catch(() => '');
    const camel = (header: string) =>
      header.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return Papa.parse<Record<string, string>>(text.trim(), { header: true, transformHeader: camel }).data;
  };
  const [figures, requests, statements, timeline] = await Promise.all(
    ['figures', 'requests', 'statements', 'timeline'].map(rows),
  );
  return {
    figures: (figures ?? []).map((row) => ({
      ...row,
      value: row.value === '' ? null : Number(row.value),
    })) as never,
    requests: (requests ?? []).map((row) => ({ ...row, context: row.context === 'yes' })) as never,
    statements: statements as never,
    timeline: timeline as never,
  };
}
