/** For the resident who is afraid: what was handed over, as far as anybody said, and how to ask without leaving more behind. */
import { formatDay } from '../../model/dates.ts';
import { SOURCE_LANGUAGE } from '../../model/locale.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Block, Section } from '../page.ts';
import { quoted } from '../record-sentence.ts';
import type { Sentence } from '../sentence.ts';
import { needsOriginal, type View } from '../view.ts';
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
    ...(view.release?.requests == null ? [] : [{ kind: 'prose', text: [resident.smallRequests] } as const]),
  ];
  const lead = blocks.length === 0 ? [resident.nothingKnown] : [resident.handedOverLead];
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
      resident.left({
        what: docket.leftWords[left],
        agency: quoted(view, agency),
        day: formatDay(outcomeAsOf, language),
      }),
    );
}

/** Legal help stands before everything else: who gives it where the city says so, and that it comes first. */
export function helpSection(view: View): Section {
  const { messages, program } = view;
  const first: Sentence = [messages.resident.askSteps.legalHelp];
  const help = (program.guidance?.legalHelp ?? []).map(({ text, url }, at): Sentence[] => [
    [url === undefined ? text : { href: url, label: text }],
    ...originalOf(view, view.original.guidance?.legalHelp[at]?.text),
  ]);
  return {
    id: 'help',
    heading: [messages.whatIsKept.help],
    blocks: [
      { kind: 'prose', text: first },
      ...originalOf(view, messagesIn(SOURCE_LANGUAGE).resident.askSteps.legalHelp).map(
        (text) => ({ kind: 'prose', text }) as const,
      ),
      ...(help.length === 0 ? [] : [{ kind: 'list', items: help.flat() } as const]),
    ],
  };
}

/** In the papers' own language, where nobody has checked the translation. */
function originalOf(view: View, words: string | undefined): Sentence[] {
  if (words === undefined || !needsOriginal(view)) return [];
  return [view.messages.whatIsKept.inEnglish({ words: { lang: SOURCE_LANGUAGE, words } })];
}

/** A written question may itself leave a record. */
export function askSection({ messages, program }: View): Section {
  const { resident } = messages;
  const { contact, guidance } = program;
  const who = contact?.url === undefined ? contact?.name : { href: contact.url, label: contact.name };
  const own = guidance?.howToAsk ?? [];
  const { legalHelp: _, ...steps } = resident.askSteps;
  const items = (own.length > 0 ? own : Object.values(steps)).map((text): Sentence => [text]);
  return {
    id: 'ask',
    heading: [resident.ask],
    blocks: [
      { kind: 'list', items },
      ...(who === undefined ? [] : [{ kind: 'prose', text: resident.contact({ who }) } as const]),
    ],
  };
}
