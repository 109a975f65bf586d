/** What to do once a program is begun. */
import { join } from 'node:path';
import { type MonthNumber, monthCode } from '../../program/period.ts';
import type { Program } from '../../program/program.ts';
import { SOURCES_FILE } from '../../tallies/sources/source-file.ts';
import { KEY_FILE } from '../lottery/secret-key.ts';

interface NextSteps {
  readonly end: MonthNumber | undefined;
  /** Files that are blank. */
  readonly blanks: number;
  readonly database: string | undefined;
}

/** `names` are the files of the folder of tallies. */
export function nextLines(
  { id, nature, docket, languages }: Program,
  tallies: string,
  { end, blanks, database }: NextSteps,
  names: readonly string[],
): string[] {
  const release =
    end === undefined ? '2025-Q2' : `${monthCode(end).slice(0, 4)}-Q${Math.floor((end % 12) / 3) + 1}`;
  return [
    ...(nature === 'invented'
      ? ['Every page, file and picture will say that its figures are invented.']
      : []),
    ...(docket !== undefined && docket.breakdown === undefined ? [breakdownLine(docket)] : []),
    'Read program.json through, then:',
    ...(blanks > 0 ? [`  fill in the blank ${blanks === 1 ? 'file' : 'files'},`] : []),
    ...(database === undefined
      ? []
      : [
          `  put the names of your tables and columns into ${join(tallies, SOURCES_FILE)} (docs/formats.md),`,
          `  npm run tally -- ${id} --tallies ${tallies}`,
        ]),
    ...(names.includes(KEY_FILE) ? [] : [`  npm run key -- ${tallies}`]),
    ...translationLines(id, languages),
    `  npm run release -- ${id} --tallies ${tallies} --id ${release} --dry-run`,
    ...(end === undefined ? ['  (--id names the quarter that it closes)'] : []),
    ...OWN_SITE,
  ];
}

function translationLines(id: string, languages: readonly string[]): string[] {
  const files = languages.slice(1).map((language) => `data/programs/${id}/translations/${language}.json`);
  return files.length === 0
    ? []
    : [`  write ${files.join(', ')} (docs/languages.md): the dry run lists the texts that they lack,`];
}

const OWN_SITE = [
  'What makes the site your own stands in program.json too, and is not there yet (docs/program.md):',
  '  "look", its name, sign and colour, and "contact", who answers questions.',
];

function breakdownLine({ period = 'quarter' }: NonNullable<Program['docket']>): string {
  return `Requests are told apart by ${period} and by year. Where few come in, by year alone hides less: "docket": { ..., "breakdown": "year" }.`;
}
