/** Whether groups could be people, by numbers alone: the query asks it before a group travels, and the answer is looked at again; the same of every engine. */
import type { Fault } from '../../reading/problem.ts';

/** Rows of text: period or its parts, a value per dimension, count and people. */
export type Groups = readonly (readonly (string | null)[])[];

/** Rows below which a group per row means nothing. */
export const FEW_ROWS = 40;
/** Groups that one tally may have at most. */
export const MOST_GROUPS = 5_000_000;

/** The groups of an answer, or why none was taken. `dimensions`: how many the query has. */
export function groupsOf(answer: Groups, dimensions: number): Groups | Fault {
  const width = 2 + dimensions;
  const [numbers = []] = answer;
  const fault = peopleFault(numbers.slice(0, width));
  if (fault !== undefined) return fault;
  if (Number(numbers[1]) === 0) return [];
  if (Number(numbers[1]) !== answer.length) return NOT_ALL;
  return answer.map((row) => row.slice(width));
}

/** `numbers`: rows that are counted, groups, then the different values of each dimension. */
function peopleFault([counted = '0', groups = '0', ...values]: readonly (string | null)[]):
  | Fault
  | undefined {
  const [rows, all] = [Number(counted), Number(groups)];
  if (rows > FEW_ROWS && (10 * all > 9 * rows || values.some((one) => 2 * Number(one) > rows)))
    return EACH_A_GROUP;
  return all > MOST_GROUPS ? TOO_MANY : undefined;
}

const EACH_A_GROUP: Fault = {
  code: 'group-per-row',
  message:
    'There are nearly as many groups as rows, so each could be a person: a column is a key, or nothing to count by. Nothing was taken.',
  fix: 'Group by columns with a few values: a way of applying, an age band, an area.',
};
const TOO_MANY: Fault = {
  code: 'too-many-groups',
  message: `The query gives more than ${MOST_GROUPS} groups. Nothing was taken.`,
  fix: 'Group by fewer columns, or by coarser codes.',
};
const NOT_ALL: Fault = {
  code: 'groups-missing',
  message: 'The answer has not as many groups as it says. Nothing was taken.',
  fix: 'See what --print-sql prints: an expression must not change what the query around it asks.',
};
