/** Rows that pivot tables and reports put below the others: taken for a code of their own, everybody in them would be counted twice. */
import type { Fault } from '../reading/problem.ts';

const TOTAL_WORDS = /^(?:(?:grand|sub)[ -]*)?totals?$|^(?:sum|overall|all)$/i;

export function soundsLikeTotal(text: string): boolean {
  return TOTAL_WORDS.test(text.trim());
}

export const LIKE_TOTAL: Fault = {
  code: 'total-row',
  message: 'What stands here sounds like the total of other rows, and is no code of its own.',
  fix: 'Take the row out, since Daylight adds up, or write _T for the total.',
};
