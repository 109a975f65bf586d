/** Two things that one office said of one request, in its own words and side by side. */
import type { RecordedStatement } from '../../../record/record.ts';
import { periodSentence, quoted, sourceOf, spoken } from '../../figures/record-sentence.ts';
import type { Saying, Section } from '../../frame/page.ts';
import type { View } from '../../view.ts';

/** The first and the last of the office that is quoted most; none where no office is quoted twice. */
export function saidSections(view: View): Section[] {
  const own = new Set(view.record.requests.filter(({ context }) => !context).map(({ id }) => id));
  const quotes = view.record.statements.filter(({ request, quote }) => own.has(request) && quote !== '');
  const offices = [...new Set(quotes.map(({ office }) => officeOf(office)))];
  const byOffice = offices.map((office) => quotes.filter((one) => officeOf(one.office) === office));
  const [most] = byOffice.toSorted((one, other) => other.length - one.length);
  const [first, last] = [most?.[0], most?.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  return [
    {
      id: 'said',
      heading: [view.messages.city.saidHeading],
      blocks: [{ kind: 'sayings', sayings: [sayingOf(view, first), sayingOf(view, last)] }],
    },
  ];
}

/** `City Clerk, spokesperson` speaks for the City Clerk, in any language: names stand before the first comma. */
function officeOf(office: string): string {
  return office.split(/[,，،(（]/)[0]?.trim() ?? office;
}

/** Large in the reader's language; the words themselves stand under it. */
function sayingOf(view: View, statement: RecordedStatement): Saying {
  const { sense } = statement;
  const original = spoken(view, statement.quote);
  return {
    by: [quoted(view, statement.office), view.messages.marks.comma, ...periodSentence(view, statement.date)],
    quote: sense === undefined ? original : `“${sense}”`,
    text: [
      ...(sense === undefined
        ? []
        : [...view.messages.record.inEnglish({ quote: original }), view.messages.marks.next]),
      statement.statement,
    ],
    source: sourceOf(view, statement),
  };
}
