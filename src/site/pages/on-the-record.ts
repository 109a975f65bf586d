/** Figures that others published, what happened when, and the sources of a program. */
import { formatDay } from '../../model/dates.ts';
import type { RecordedFigure } from '../../record/record.ts';
import type { Block, Section, TableRow } from '../page.ts';
import { periodSentence, qualifiedFigure, quoted, quotedLink, sourceOf } from '../record-sentence.ts';
import type { Sentence } from '../sentence.ts';
import type { View } from '../view.ts';

export function recordFigureSections(view: View): Section[] {
  const { messages, record } = view;
  if (record.figures.length === 0) return [];
  const table: Block = {
    kind: 'table',
    id: 'record-table',
    caption: [messages.tables.recordCaption],
    columns: [
      messages.record.figure,
      messages.record.value,
      messages.record.when,
      messages.record.sourceLabel,
      messages.record.howReadLabel,
    ],
    rows: record.figures.map((figure) => figureRow(view, figure)),
    notes: [],
    links: [],
  };
  return [
    {
      id: 'on-the-record',
      heading: [messages.record.onTheRecord],
      blocks: [{ kind: 'prose', text: [messages.record.onTheRecordLead] }, table],
    },
  ];
}

function figureRow(view: View, figure: RecordedFigure): TableRow {
  const { marks } = view.messages;
  const { ourCalculation } = view.messages.record;
  const { withUnit } = view.messages.words;
  const ours = figure.derived === '' ? [] : [marks.open, ourCalculation, marks.close];
  const remark = figure.note === '' ? [] : [marks.next, figure.note];
  return {
    heading: [figure.figure],
    cells: [
      [...withUnit({ figure: qualifiedFigure(view, figure), unit: figure.unit }), ...ours],
      periodSentence(view, figure.period),
      sourceOf(view, figure),
      [figure.howRead, ...remark],
    ],
  };
}

/** The record's timeline; the policy events of `program.json` where it has none. */
export function timelineSections(view: View): Section[] {
  const { program, record, messages, language } = view;
  const recorded = record.timeline.map(({ date, dateLabel, event, sourceTitle }) => ({
    date: [dateLabel === '' ? formatDay(date, language) : dateLabel],
    text: [event],
    accordingTo: quoted(view, sourceTitle),
  }));
  const declared = program.events.map(({ date, label, accordingTo }) => ({
    date: [formatDay(date, language)],
    text: [label],
    accordingTo: quoted(view, accordingTo),
  }));
  const entries = recorded.length > 0 ? recorded : declared;
  return entries.length === 0
    ? []
    : [{ id: 'timeline', heading: [messages.record.timeline], blocks: [{ kind: 'timeline', entries }] }];
}

export function sourceSections(view: View): Section[] {
  const { program, messages, language } = view;
  if (program.sources.length === 0) return [];
  const items = program.sources.map(
    ({ title, url, howRead }): Sentence => [
      url === undefined ? quoted(view, title) : quotedLink(view, url, title),
      ...(howRead === undefined ? [] : [messages.marks.next, messages.tables.howRead, howRead]),
    ],
  );
  const searched: Block[] =
    program.searchedUntil === undefined
      ? []
      : [
          {
            kind: 'prose',
            text: messages.record.searchedUntil({ day: formatDay(program.searchedUntil, language) }),
          },
        ];
  return [
    { id: 'sources', heading: [messages.record.sources], blocks: [{ kind: 'list', items }, ...searched] },
  ];
}
