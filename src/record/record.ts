/**
 * What others published about a program: one schema per file of `data/programs/<program>/record/`. Columns
 * are the keys in snake case. Empty texts where a source says nothing.
 */
import { z } from 'astro/zod';
import { INSTRUMENTS, REQUESTERS } from '../program/request.ts';
import * as field from './fields.ts';
import type { Standing } from './states.ts';

export const TOPICS = ['cards', 'applications', 'people', 'records', 'requests', 'program'] as const;

/** How the source puts a number; empty where it prints the bare number. */
export const QUALIFIERS = ['', 'exact', 'about', 'more than', 'fewer than', 'rounded'] as const;

/** `figures.csv` */
export const figureSchema = z.object({
  id: field.idText,
  topic: field.oneOf(TOPICS),
  /** What was counted, in our words. */
  figure: field.someText,
  /** 0 or more; decimals for percentages only. */
  value: field.number,
  qualifier: field.oneOf(QUALIFIERS),
  unit: field.someText,
  /** As far as the source says: `2022-04-17/2025-04-17`, `2023`, or words. */
  period: field.someText,
  sourceTitle: field.sourceTitle,
  sourceUrl: field.sourceUrl,
  howRead: field.anyText,
  note: field.anyText,
  /** For a figure of ours: ids of others with ` + ` and ` - ` between. Its value is theirs added up. */
  derived: field.anyText,
  /** The cell that it speaks of, `measure|period|code|...` as in the system of relations, or empty. */
  cell: field.anyText,
});
export type RecordedFigure = z.infer<typeof figureSchema>;

/** `requests.csv` */
export const requestSchema = z.object({
  id: field.idText,
  /** What happened in a few words, for headlines; empty where agency and instrument will do. */
  title: field.anyText,
  received: field.date,
  requester: field.oneOf(REQUESTERS),
  agency: field.someText,
  instrument: field.oneOf(INSTRUMENTS),
  department: field.someText,
  servedOn: field.anyText,
  heldBy: field.anyText,
  asksFor: field.someText,
  /** Whether it asks for records of people; a request for counts or for a paper about nobody does not. */
  aboutPeople: field.yesOrNo,
  due: field.dateOrNothing,
  /** Another department's: shown in a box of its own, outside every total. */
  context: field.yesOrNo,
  /** How many people it asks about; null if that is not on the record. */
  people: field.wholeOrNothing,
  sourceTitle: field.sourceTitle,
  sourceUrl: field.sourceUrl,
  howRead: field.someText,
  note: field.anyText,
});
/** A request with what became of it. */
export type RecordedRequest = z.infer<typeof requestSchema> & Standing;

/** `statements.csv` */
export const statementSchema = z.object({
  id: field.idText,
  /** The request it speaks of; empty for the program as a whole. */
  request: field.anyText,
  date: field.date,
  dateNote: field.anyText,
  office: field.someText,
  /** What was said, in our words. */
  statement: field.someText,
  /** What was said, word for word, as far as it is quoted; without quotation marks, in the language of the papers. */
  quote: field.anyText,
  sourceTitle: field.sourceTitle,
  sourceUrl: field.sourceUrl,
});
export type RecordedStatement = z.infer<typeof statementSchema> & {
  /** Its quote in the reader's language, where that is another than the papers' and somebody gave it. */
  readonly sense?: string;
};

/** `timeline.csv` */
export const eventSchema = z.object({
  date: field.date,
  /** In words, where the date alone does not say it: early June 2025. Empty elsewhere. */
  dateLabel: field.anyText,
  event: field.someText,
  sourceTitle: field.sourceTitle,
  sourceUrl: field.sourceUrl,
});

export interface PublicRecord {
  readonly figures: readonly RecordedFigure[];
  readonly requests: readonly RecordedRequest[];
  /** Oldest first. */
  readonly statements: readonly RecordedStatement[];
  /** Oldest first. */
  readonly timeline: readonly z.infer<typeof eventSchema>[];
}
