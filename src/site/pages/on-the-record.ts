/** Figures that others published, what happened when, and the sources of a program. */
import { formatDay } from '../../model/dates.ts';
import type { RecordedFigure } from '../../record/record.ts';
import type { Block, Section, TableRow } from '../page.ts';
import { periodSentence, qualifiedFigure, sourceOf } from '../record-sentence.ts';
import type { Sentence } from '../sentence.ts';
import type { View } from '../view.ts';

export function recordFigureSections(view: View): Section[] {
  const { messages, record } = view;
  if (record.figures.length === 0) return [];
  const table: Block = {
    kind: 'table',
    id: 'record-table',
    caption: [messages.recordCaption],
    columns: [messages.figure, messages.value, messages.when, messages.sourceLabel, messages.howReadLabel],
    rows: record.figures.map((figure) => figureRow(view, figure)),
    notes: [],
    links: [],
  };
  return [
    {
      id: 'on-the-record',
      heading: [messages.onTheRecord],
      blocks: [{ kind: 'prose', text: messages.onTheRecordLead }, table],
    },
  ];
}

function figureRow(view: View, figure: RecordedFigure): TableRow {
  const ours = figure.derived === '' ? [] : [` (${view.messages.ourCalculation})`];
  const remark = figure.note === '' ? [] : ['. ', figure.note];
  return {
    heading: [figure.figure],
    cells: [
      [...qualifiedFigure(view, figure), ' ', figure.unit, ...ours],
      periodSentence(view, figure.period),
      sourceOf(figure),
      [figure.howRead, ...remark],
    ],
  };
}

/** The record's timeline; the policy events of `program.json` where it has none. */
export function timelineSections(view: View): Section[] {
  const { program, record, messages, language } = view;
  const recorded = record.timeline.map(({ dateLabel, event, sourceTitle }) => ({
    date: [dateLabel],
    text: [event],
    accordingTo: sourceTitle,
  }));
  const declared = program.events.map(({ date, label, accordingTo }) => ({
    date: [formatDay(date, language)],
    text: [label],
    accordingTo,
  }));
  const entries = recorded.length > 0 ? recorded : declared;
  return entries.length === 0
    ? []
    : [{ id: 'timeline', heading: [messages.timeline], blocks: [{ kind: 'timeline', entries }] }];
}

export function sourceSections({ program, messages, language }: View): Section[] {
  if (program.sources.length === 0) return [];
  const items = program.sources.map(
    ({ title, url, howRead }): Sentence => [
      url === undefined ? title : { href: url, label: title },
      ...(howRead === undefined ? [] : ['. ', messages.howRead, howRead]),
    ],
  );
  const searched: Block[] =
    program.searchedUntil === undefined
      ? []
      : [{ kind: 'prose', text: messages.searchedUntil(formatDay(program.searchedUntil, language)) }];
  return [{ id: 'sources', heading: [messages.sources], blocks: [{ kind: 'list', items }, ...searched] }];
}
