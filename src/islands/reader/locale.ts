/**
 * How the page writes days and numbers, as figures/locale.ts has it: kept apart, since a file that the explorer shares would be
 * one more for both to ask for.
 */
const { lang } = document.documentElement;

/** `March 9, 2031`, of the reader's own clock. */
export function today(): string {
  const form = { year: 'numeric', month: 'long', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(`${lang}-u-nu-latn`, form).format(new Date());
}

/** What stands between whole numbers and their tenths. */
export function decimalPoint(): string {
  const parts = new Intl.NumberFormat(`${lang}-US-u-nu-latn`).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
