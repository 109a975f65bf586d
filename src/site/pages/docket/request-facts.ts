/** What is known of a request on the record: its name, facts, what was said about it in order, and whether anything was handed over. */
import type { RecordedRequest, RecordedStatement } from '../../../record/record.ts';
import { stoodSince } from '../../../record/states.ts';
import { groupOf, stepsOf } from '../../blocks/request-steps.ts';
import { factOf } from '../../figures/fact.ts';
import { periodSentence, quoted, senseOf, sourceOf, spoken } from '../../figures/record-sentence.ts';
import { type Sentence, sentenceText } from '../../figures/sentence.ts';
import type { Block, Fact, TimelineEntry } from '../../frame/page.ts';
import { wordOf } from '../../messages/word-of.ts';
import type { View } from '../../view.ts';

/** `April 17, 2025, US Immigration and Customs Enforcement`. */
export function requestName(view: View, { agency, received }: RecordedRequest): string {
  return sentenceText(periodSentence(view, received)) + view.messages.marks.comma + agency;
}

/** All of it, for a request without a page of its own, whose headline would tell by what means and what became of it. */
export function requestBlocks(view: View, request: RecordedRequest): Block[] {
  const { record } = view.messages;
  const statements = statementEntries(view, request);
  const known: Block[] = [
    {
      kind: 'facts',
      facts: [
        factOf(record.instrument, [record.instruments[request.instrument]]),
        factOf(record.outcome, outcomeSentence(view, request)),
        ...requestFacts(view, request),
      ],
    },
    { kind: 'steps', steps: stepsOf(view, request) },
  ];
  if (statements.length === 0) return known;
  return [...known, { kind: 'prose', text: [record.statements] }, { kind: 'timeline', entries: statements }];
}

/** What its steps do not tell; a known number of people stands in the words of what it asks for. */
export function requestFacts(view: View, request: RecordedRequest): Fact[] {
  const { record } = view.messages;
  const facts: readonly (readonly [string, Sentence])[] = [
    [record.addressedTo, [quoted(view, request.department)]],
    [record.asksFor, [request.asksFor]],
    ...(request.people === null
      ? [[record.peopleCovered, request.aboutPeople ? [] : [record.aboutNobody]] as const]
      : []),
    [record.heldBy, [wordOf(record.holders, request.heldBy) ?? request.heldBy]],
    [record.sourceLabel, sourceOf(view, request)],
    ...(request.note === '' ? [] : [[record.remark, [request.note]] as const]),
  ];
  return facts.map(([term, detail]) =>
    factOf(term, detail.some((part) => part !== '') ? detail : [record.notOnTheRecord]),
  );
}

/** What became of it, as far as is known, and as of when. */
function outcomeSentence(view: View, request: RecordedRequest): Sentence {
  return [
    view.messages.record.outcomes[request.outcome],
    view.messages.marks.open,
    ...view.messages.record.asOf({ day: periodSentence(view, stoodSince(request)) }),
    view.messages.marks.close,
  ];
}

/** Whether anything was handed over: `No: declined (as of June 13, 2025)`. */
export function handedSentence(view: View, request: RecordedRequest): Sentence {
  const { outcome } = request;
  const { start, city } = view.messages;
  return start.answers[groupOf(outcome)]({
    outcome: city.outcomes[outcome],
    date: periodSentence(view, stoodSince(request)),
  });
}

/** What was said about a request on the record, in order. */
export function statementEntries(view: View, { id }: RecordedRequest): TimelineEntry[] {
  return view.record.statements
    .filter(({ request }) => request === id)
    .map((statement) => statementEntry(view, statement));
}

function statementEntry(view: View, statement: RecordedStatement): TimelineEntry {
  const { marks } = view.messages;
  const note = statement.dateNote === '' ? [] : [marks.open, statement.dateNote, marks.close];
  return {
    date: [...periodSentence(view, statement.date), ...note],
    text: [
      quoted(view, statement.office),
      marks.colon,
      ...(statement.quote === ''
        ? []
        : [spoken(view, statement.quote), ...senseOf(view, statement), marks.next]),
      statement.statement,
    ],
    accordingTo: quoted(view, statement.sourceTitle),
  };
}
