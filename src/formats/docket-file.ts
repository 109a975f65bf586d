/**
 * `requests/docket.csv` and `requests/events.csv`: every request that has a page of its own, because it asks
 * about k or more people or about the program as a whole, and what happened to it. How many people's data
 * left the building is in neither: a number that is told only where it is large tells where it is small.
 */
import { z } from 'astro/zod';
import {
  CLOSED_OUTCOMES,
  EVENT_KINDS,
  HOLDERS,
  INSTRUMENTS,
  LEFT,
  OUTCOMES,
  REQUESTERS,
} from '../program/request.ts';
import type { Checked } from '../reading/problem.ts';
import type { Nature } from './invented-mark.ts';
import { formatRows, type Noted, parseRows, type RowForm } from './row-file.ts';

const day = z.iso.date();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(1);
const digits = z.string().regex(/^(0|[1-9]\d*)$/);
const WHOLE_PROGRAM = 'program';

/** An address of a public document, as `documents` take them. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s"]+$/.test(address) && URL.canParse(address);
}

const listedRequestSchema = z.strictObject({
  request: id,
  received: day,
  requester: z.enum(REQUESTERS),
  agency: text,
  instrument: z.enum(INSTRUMENTS),
  department: text,
  servedOn: z.enum(HOLDERS),
  heldBy: z.enum(HOLDERS),
  asksFor: text,
  /** How many people it asks about; null: the program as a whole. */
  people: z
    .union([digits, z.literal(WHOLE_PROGRAM)])
    .transform((count) => (count === WHOLE_PROGRAM ? null : Number(count))),
  /** Empty where nobody set a date. */
  due: z.union([day, z.literal('')]),
  /** Addresses of public documents. */
  documents: z
    .string()
    .transform((list) => (list === '' ? [] : list.split(' ')))
    .refine((list) => list.every(isWebAddress)),
  outcome: z.enum(OUTCOMES),
  /** The day of the last event that is known. */
  outcomeAsOf: day,
  /** The most that has left the building so far. */
  left: z.enum(LEFT),
  daysToAnswer: z.union([digits, z.literal('')]).transform((count) => (count === '' ? null : Number(count))),
});
export type ListedRequest = z.infer<typeof listedRequestSchema>;

const listedEventSchema = z.strictObject({
  request: id,
  date: day,
  kind: z.enum(EVENT_KINDS),
  left: z.union([z.enum(LEFT), z.literal('')]).transform((left) => (left === '' ? null : left)),
  outcome: z
    .union([z.enum(CLOSED_OUTCOMES), z.literal('')])
    .transform((outcome) => (outcome === '' ? null : outcome)),
  office: z.string(),
  statement: z.string(),
  source: z.string(),
});
export type ListedEvent = z.infer<typeof listedEventSchema>;

export const DOCKET_FORM: RowForm<ListedRequest> = {
  schema: listedRequestSchema,
  write: ({ people, documents, daysToAnswer, ...rest }) => ({
    ...rest,
    people: people === null ? WHOLE_PROGRAM : String(people),
    documents: documents.join(' '),
    daysToAnswer: daysToAnswer === null ? '' : String(daysToAnswer),
  }),
};

export const EVENTS_FORM: RowForm<ListedEvent> = {
  schema: listedEventSchema,
  write: ({ left, outcome, ...rest }) => ({ ...rest, left: left ?? '', outcome: outcome ?? '' }),
};

export function formatDocket(rows: readonly Noted<ListedRequest>[], nature: Nature): string {
  return formatRows(DOCKET_FORM, rows, nature);
}

/** Reads what `formatDocket` wrote. */
export function parseDocket(text: string, file: string, nature: Nature): Checked<Noted<ListedRequest>[]> {
  return parseRows(DOCKET_FORM, text, file, nature);
}

export function formatEvents(rows: readonly Noted<ListedEvent>[], nature: Nature): string {
  return formatRows(EVENTS_FORM, rows, nature);
}

/** Reads what `formatEvents` wrote. */
export function parseEvents(text: string, file: string, nature: Nature): Checked<Noted<ListedEvent>[]> {
  return parseRows(EVENTS_FORM, text, file, nature);
}
