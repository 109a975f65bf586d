/** For the resident who is afraid: what was handed over, as far as anybody said, and how to ask without leaving more behind. */
import { formatDay } from '../../model/dates.ts';
import type { Block, Section } from '../page.ts';
import { quoted } from '../record-sentence.ts';
import type { Sentence } from '../sentence.ts';
import type { View } from '../view.ts';
import { statementEntries } from './requests.ts';

/** Statements on the record side by side, those that do not reassure too; then what left with listed requests. */
export function handedOverSection(view: View): Section {
  const { messages, record } = view;
  const { resident } = messages;
  const entries = record.requests
    .filter(({ context }) => !context)
    .flatMap((request) => statementEntries(view, request));
  const left = leftSentences(view);
  const blocks: Block[] = [
    ...(entries.length === 0 ? [] : [{ kind: 'timeline', entries } as const]),
    ...(left.length === 0 ? [] : [{ kind: 'list', items: left } as const]),
    ...(view.release?.requests == null ? [] : [{ kind: 'prose', text: resident.smallRequests } as const]),
  ];
  const lead = blocks.length === 0 ? resident.nothingKnown : resident.handedOverLead;
  return {
    id: 'handed-over',
    heading: [resident.handedOver],
    blocks: [{ kind: 'prose', text: lead }, ...blocks],
  };
}

function leftSentences(view: View): Sentence[] {
  const { release, messages, language } = view;
  const { resident, docket } = messages;
  return (release?.requests?.docket ?? [])
    .filter(({ left }) => left === 'application_data' || left === 'document_images')
    .map(({ left, agency, outcomeAsOf }) =>
      resident.left(docket.leftWords[left], quoted(view, agency), formatDay(outcomeAsOf, language)),
    );
}

/** Legal help first; a written question may itself leave a record. */
export function askSection({ messages, program }: View): Section {
  const { resident } = messages;
  const { contact } = program;
  const who = contact?.url === undefined ? contact?.name : { href: contact.url, label: contact.name };
  return {
    id: 'ask',
    heading: [resident.ask],
    blocks: [
      { kind: 'list', items: resident.askSteps },
      ...(who === undefined ? [] : [{ kind: 'prose', text: resident.contact(who) } as const]),
    ],
  };
}
