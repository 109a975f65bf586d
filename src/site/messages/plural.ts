/** Forms of words that go with a number, by the rules of each language (CLDR, through `Intl.PluralRules`). */
import type { Figure } from '../../model/figure.ts';
import { keepFormatters } from '../../model/locale.ts';

/** `other` serves every number whose own form is left out. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rulesOf = keepFormatters((language) => new Intl.PluralRules(language));

/** The form that goes with a whole count: of 22, `few` in Polish and `many` in Arabic. */
export function plural(language: string, count: Figure, forms: Forms): string {
  return forms[rulesOf(language).select(Number(count.text.replace(/\D/g, '')))] ?? forms.other;
}
