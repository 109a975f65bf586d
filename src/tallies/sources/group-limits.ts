/** Whether groups could be people, by numbers alone, before any group is taken; the same of every engine. */
import type { Fault } from '../../reading/problem.ts';

/** Rows of text: period or its parts, a value per dimension, count and people. */
export type Groups = readonly (readonly (string | null)[])[];

/** Rows below which a group per row means nothing. */
const FEW_ROWS = 40;
/** Groups that one tally may have at most. */
const MOST_GROUPS = 5_000_000;

/** `numbers`: rows that are counted, groups, then the different values of each dimension. */
export function peopleFault([counted = '0', groups = '0', ...values]: readonly (string | null)[]):
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
