/** Requests elsewhere in every language in which somebody wrote them, checked to be whole like the texts of a program. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import { parseTranslations, type Translations } from '../../program/translation.ts';
import type { Fault, Problem } from '../../reading/problem.ts';
import { ELSEWHERE, type ElsewhereRequest, readElsewhere } from '../../record/read-elsewhere.ts';
import { tellElsewhere } from '../translate/record.ts';
import { type Told, tellerOf } from '../translate/teller.ts';
import { acceptedOf, DATA_FOLDER, refuseOn, UNTRANSLATED } from './data-folder.ts';

/** What the site shows of them, by language; empty where nobody wrote of any. */
export type Elsewhere = ReadonlyMap<string, ElsewhereView>;

/** The same in one language. */
export interface ElsewhereView {
  /** Latest first. */
  readonly requests: readonly ElsewhereRequest[];
  /** What stands in English all the same: names. */
  readonly kept: ReadonlySet<string>;
  readonly reviewedBy: string | null;
}

export function elsewhereFolder(): string {
  return join(DATA_FOLDER, ELSEWHERE);
}

let elsewhere: Promise<Elsewhere> | undefined;

/** Read once per build. */
export function loadElsewhere(): Promise<Elsewhere> {
  elsewhere ??= readElsewhereViews(elsewhereFolder());
  return elsewhere;
}

/** Throws with every problem where the files cannot be shown. */
export async function readElsewhereViews(folder: string): Promise<Elsewhere> {
  const requests = acceptedOf(await readElsewhere(folder));
  if (requests.length === 0) return new Map();
  const translations = await readTranslations(join(folder, 'translations'));
  const views = translations.map(([language, file, { reviewedBy, texts }]) => {
    const { tell, told } = tellerOf(texts, language);
    const own = requests.map((request) => tellElsewhere(request, tell));
    refuseOn(gaps(told, texts, file));
    return [language, { requests: own, kept: told.kept, reviewedBy }] as const;
  });
  const english: ElsewhereView = { requests, kept: new Set(), reviewedBy: null };
  return new Map<string, ElsewhereView>([[SOURCE_LANGUAGE, english], ...views]);
}

async function readTranslations(folder: string) {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('.json'));
  const read = names.sort().map(async (name): Promise<readonly [string, string, Translations]> => {
    const file = join(folder, name);
    return [name.slice(0, -5), file, acceptedOf(parseTranslations(await readFile(file, 'utf8'), file))];
  });
  return Promise.all(read);
}

const UNSAID: Fault = {
  code: 'translation',
  message: 'Nothing says this text any more.',
  fix: 'Take it out.',
};

/** A page in another language is whole, or it is not built; a text that nothing says any more is a mistake too. */
function gaps({ needed, names }: Told, texts: Translations['texts'], file: string): Problem[] {
  const missing = [...needed].filter((text) => !Object.hasOwn(texts, text));
  const surplus = Object.keys(texts).filter((text) => !needed.has(text) && !names.has(text));
  const problem = (column: string, fault: Fault): Problem => ({ file, line: 0, column, ...fault });
  return [
    ...missing.map((text) => problem(text, UNTRANSLATED)),
    ...surplus.map((text) => problem(text, UNSAID)),
  ];
}
