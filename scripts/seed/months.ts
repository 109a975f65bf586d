/** The months that the invented city has counted: July 2019 to June 2025, six of its fiscal years. */

export interface Month {
  /** `2019-07`. */
  readonly code: string;
  /** Months since July 2019. */
  readonly index: number;
  /** 0 is January. */
  readonly ofYear: number;
  /** `FY2020`: named by the year it ends in; it starts in July. */
  readonly fiscalYear: string;
}

const FIRST_YEAR = 2019;
const FIRST_MONTH = 6;

export const MONTHS: readonly Month[] = Array.from({ length: 72 }, (_, index) => {
  const ofYear = (FIRST_MONTH + index) % 12;
  const year = FIRST_YEAR + Math.floor((FIRST_MONTH + index) / 12);
  const code = `${year}-${String(ofYear + 1).padStart(2, '0')}`;
  return { code, index, ofYear, fiscalYear: `FY${ofYear >= FIRST_MONTH ? year + 1 : year}` };
});

export const FISCAL_YEARS: readonly string[] = [...new Set(MONTHS.map(({ fiscalYear }) => fiscalYear))];
