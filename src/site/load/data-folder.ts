/** Where the site's data live, and how a build refuses data that it cannot show. */
import { type Checked, type Fault, formatProblem, type Problem } from '../../reading/problem.ts';
import { UNFIT_DATA } from '../../reading/unfit-data.ts';

/** Tests build the site from folders of their own. */
export const DATA_FOLDER = process.env.DAYLIGHT_DATA ?? 'data';

export function acceptedOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw refusal(checked.problems);
}

export function refuseOn(problems: readonly Problem[]): void {
  if (problems.length > 0) throw refusal(problems);
}

function refusal(problems: readonly Problem[]): Error {
  return new Error([UNFIT_DATA, ...problemLines(problems)].join('\n'));
}

/** A line each, but for texts that have no translation: those of one file together, as they are to be written into it. */
export function problemLines(problems: readonly Problem[]): string[] {
  const others = problems.filter(({ code }) => code !== UNTRANSLATED.code);
  const untold = problems.filter(({ code }) => code === UNTRANSLATED.code);
  const files = [...new Set(untold.map(({ file }) => file))];
  return [
    ...others.map(formatProblem),
    ...files.flatMap((file) => {
      const texts = untold.filter((one) => one.file === file).map(({ column }) => column);
      const some = texts.length === 1 ? '1 text has' : `${texts.length} texts have`;
      return [
        `${file}: ${some} no translation. Add each under "texts" (docs/languages.md has the form of the file):`,
        ...texts.map((text) => `  ${JSON.stringify(text)}: "",`),
      ];
    }),
  ];
}

/** The fault of a text of a program or the record that a language of its pages lacks; `column` is the text. */
export const UNTRANSLATED: Fault = {
  code: 'untranslated',
  message: 'This text has no translation.',
  fix: 'Add it under "texts".',
};
