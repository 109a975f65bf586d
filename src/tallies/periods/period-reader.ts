/** What a text of the column `period` means that is no period of the release as it stands. */
import { type Codelist, TOTAL } from '../../program/codelist.ts';
import { type MonthNumber, type PeriodPlan, periodMonths } from '../../program/period.ts';
import type { Fault } from '../../reading/problem.ts';
import { type Column, EMPTY_CODE, type Meaning } from '../column.ts';
import { openFirstDays } from './first-days.ts';
import { periodFault } from './period-fault.ts';
import { type PeriodForm, readPeriodForm } from './period-forms.ts';

interface PeriodColumn {
  readonly codelist: Codelist;
  readonly plan: PeriodPlan;
  /** The last month that the release closes. */
  readonly end: MonthNumber;
  /** What becomes of rows after that. */
  readonly late: 'set-aside' | Fault;
  /** Whether rows may give the total over periods. */
  readonly total: boolean;
}

export function periodReader(column: PeriodColumn): Pick<Column, 'explain' | 'finish'> {
  const { codelist, plan, end, late, total } = column;
  const known = new Set(codelist.codes.map(({ code }) => code));
  const days = openFirstDays(plan);
  let isDaily = false;
  const resolve = (code: string, form: string): Meaning => {
    if (known.has(code) || (code === TOTAL && total)) return { code, form };
    const fault = code === TOTAL ? STOCK_TOTAL : periodFault(code, plan, end);
    if (fault !== 'set-aside') {
      isDaily ||= fault.code === 'period-too-fine';
      return {
        fault: form === '' ? fault : { ...fault, message: `${fault.message} It is written ${form}.` },
      };
    }
    return late === 'set-aside' ? late : { fault: late };
  };
  const explain = (text: string): Meaning => {
    if (text.trim() === '') return { fault: EMPTY_CODE };
    const form = formOf(text, plan.fiscalYearStartMonth);
    switch (form?.kind) {
      case undefined:
        return resolve(text, '');
      case 'fault':
        return { fault: form.fault };
      case 'period':
        return resolve(form.code, form.form);
      case 'first-day':
        return resolve(days.read(form.month), form.form);
    }
  };
  return { explain, finish: () => (isDaily ? undefined : days.finish()) };
}

/** A code of ours stays one, with blanks around too. */
function formOf(text: string, fiscalYearStartMonth: number): PeriodForm | undefined {
  const code = text.trim();
  const isCode = code === TOTAL || periodMonths(code, fiscalYearStartMonth) !== undefined;
  return isCode
    ? { kind: 'period', code, form: 'with blanks around' }
    : readPeriodForm(text, fiscalYearStartMonth);
}

const STOCK_TOTAL: Fault = {
  code: 'stock-total',
  message: 'A stock is as of a date, so it has no total over periods.',
  fix: 'Give the stock at the end of each period.',
};
