/** Reads everything that the site shows: program papers, records and releases. Never a tally. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import { logoFault } from '../../program/look.ts';
import { parseProgram } from '../../program/parse-program.ts';
import type { Program } from '../../program/program.ts';
import { parseTranslations, type Translations } from '../../program/translation.ts';
import type { Problem } from '../../reading/problem.ts';
import { ELSEWHERE } from '../../record/read-elsewhere.ts';
import { readRecord } from '../../record/read-record.ts';
import { readRecalls, standing } from '../../release/changes/recalls.ts';
import { readDays } from '../../release/days.ts';
import { readReleases } from '../../release/read-release.ts';
import { LOGO } from '../frame/site-home.ts';
import { isWritten } from '../messages/messages.ts';
import { translationGaps } from '../translate/site-program.ts';
import { acceptedOf, DATA_FOLDER, refuseOn, UNTRANSLATED } from './data-folder.ts';
import { namedProblems } from './named-figures.ts';
import type { SiteProgram } from './site-program.ts';

let programs: Promise<readonly SiteProgram[]> | undefined;

/** All programs in order of their folders' names, read once per build. */
export function loadPrograms(): Promise<readonly SiteProgram[]> {
  programs ??= readPrograms(DATA_FOLDER);
  return programs;
}

export function programFolder(program: string): string {
  return join(DATA_FOLDER, 'programs', program);
}

/** All programs below `dataFolder`/programs; throws with every problem where one of them cannot be shown. */
export async function readPrograms(dataFolder: string): Promise<SiteProgram[]> {
  const folder = join(dataFolder, 'programs');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  refuseOn(names.filter((name) => SITE_PAGES.includes(name)).map((name) => takenName(join(folder, name))));
  const isAlone = names.length === 1;
  const found = await Promise.all(names.map((name) => readProgram(join(folder, name))));
  return found.map((site) => ({ ...site, isAlone }));
}

async function readProgram(folder: string): Promise<SiteProgram> {
  const file = join(folder, 'program.json');
  const program = acceptedOf(parseProgram(await readFile(file, 'utf8'), file));
  const releases = acceptedOf(await readReleases(folder));
  const record = acceptedOf(await readRecord({ folder: join(folder, 'record'), program }));
  const recalls = acceptedOf(await readRecalls(folder));
  const days = acceptedOf(await readDays(folder));
  refuseOn([...namedProblems(program, record, file), ...(await logoProblems(program, folder))]);
  const translations = await readTranslations(folder, program.languages);
  const site = { program, record, releases: standing(releases, recalls), recalls, days, translations };
  refuseOn([...translations].flatMap(([language, told]) => gapProblems(site, language, told, folder)));
  return site;
}

/** Of every language of the program but that of its papers. */
async function readTranslations(
  folder: string,
  languages: readonly string[],
): Promise<Map<string, Translations>> {
  const others = languages.filter((language) => language !== SOURCE_LANGUAGE);
  refuseOn(others.filter((language) => !isWritten(language)).map((language) => unwritten(folder, language)));
  const read = others.map(async (language) => {
    const file = translationFile(folder, language);
    const json = await readFile(file, 'utf8').catch(() => '{"reviewedBy":null,"texts":{}}');
    return [language, acceptedOf(parseTranslations(json, file))] as const;
  });
  return new Map(await Promise.all(read));
}

/** Of the drawing that a program says lies beside it. */
async function logoProblems({ look }: Program, folder: string): Promise<Problem[]> {
  if (look?.logo !== true) return [];
  const file = join(folder, LOGO);
  const svg = await readFile(file, 'utf8').catch(() => '');
  const message = svg === '' ? 'The file is not there.' : logoFault(svg);
  if (message === undefined) return [];
  const fix = 'Put a drawing there that holds its own paths and colours and nothing else.';
  return [{ file, line: 0, column: '', code: 'logo', message, fix }];
}

function translationFile(folder: string, language: string): string {
  return join(folder, 'translations', `${language}.json`);
}

function unwritten(folder: string, language: string): Problem {
  return {
    file: join(folder, 'program.json'),
    line: 0,
    column: 'languages',
    code: 'language',
    message: `The site is not written in "${language}".`,
    fix: 'Take it out, or write the language first: docs/languages.md says how.',
  };
}

/** Where pages stand that speak of no program alone. */
const SITE_PAGES: readonly string[] = [ELSEWHERE, 'search', 'translation', 'design', 'promise'];

function takenName(file: string): Problem {
  return {
    file,
    line: 0,
    column: '',
    code: 'taken-name',
    message: 'The site has a page of this name.',
    fix: 'Give the program another id, and its folder the same name.',
  };
}

/** A page in another language is whole, or it is not built. A translation may be there before the release that needs it. */
function gapProblems(site: SiteProgram, language: string, told: Translations, folder: string): Problem[] {
  const file = translationFile(folder, language);
  return translationGaps(site, language, told).missing.map((column) => ({
    file,
    line: 0,
    column,
    ...UNTRANSLATED,
  }));
}
