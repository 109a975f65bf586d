/** Where the site's data live, and how a build refuses data that it cannot show. */
import { type Checked, formatProblem, type Problem } from '../../reading/problem.ts';

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
  return new Error(['The site cannot be built from this data.', ...problems.map(formatProblem)].join('\n'));
}
