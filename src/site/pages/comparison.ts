/**
 * What the front page puts side by side: figures on the record that each program names for it (`compared`). What
 * counts the same thing is compared; what does not is shown, so that nobody does.
 */
import type { Problem } from '../../model/problem.ts';
import type { Program } from '../../model/program.ts';
import type { PublicRecord, RecordedFigure } from '../../record/record.ts';
import type { Messages } from '../messages/message-types.ts';
import type { Block, Section, TableRow } from '../page.ts';
import { periodSentence, qualifiedFigure, sourceOf } from '../record-sentence.ts';
import { programPath } from '../routes.ts';
import type { Sentence } from '../sentence.ts';
import type { View } from '../view.ts';

interface Named {
  readonly view: View;
  readonly figure: RecordedFigure;
}

/** `views` are those of real programs; none of the sections is empty. */
export function comparisonSections(views: readonly View[], messages: Messages): Section[] {
  const first = views.flatMap((view) => named(view, [view.program.compared?.firstMonths ?? '']));
  const byStart = first.toSorted((one, other) => (one.figure.period < other.figure.period ? -1 : 1));
  const unlike = views.flatMap((view) => named(view, view.program.compared?.unlike ?? []));
  const { comparable, comparableLead, firstMonths, incomparable, incomparableLead, unlikeThings } =
    messages.frame;
  return [
    ...section('comparable', [comparable, [comparableLead], firstMonths], messages, byStart),
    ...section('incomparable', [incomparable, [incomparableLead], unlikeThings], messages, unlike),
  ];
}

/** In the order in which the program names them. */
function named(view: View, ids: readonly string[]): Named[] {
  return ids.flatMap((id) =>
    view.record.figures.filter((figure) => figure.id === id).map((figure) => ({ view, figure })),
  );
}

function section(
  id: string,
  [heading, lead, caption]: readonly [string, Sentence, string],
  messages: Messages,
  rows: readonly Named[],
): Section[] {
  if (rows.length === 0) return [];
  const table: Block = {
    kind: 'table',
    id: `${id}-table`,
    caption: [caption],
    columns: [
      messages.frame.program,
      messages.record.figure,
      messages.record.value,
      messages.record.when,
      messages.record.sourceLabel,
    ],
    rows: rows.map(row),
    notes: [],
    links: [],
  };
  return [{ id, heading: [heading], blocks: [{ kind: 'prose', text: lead }, table] }];
}

function row({ view, figure }: Named): TableRow {
  const { program, messages } = view;
  const label = program.name + messages.marks.comma + program.city;
  return {
    heading: [{ href: programPath(view), label }],
    cells: [
      [figure.figure],
      messages.words.withUnit({ figure: qualifiedFigure(view, figure), unit: figure.unit }),
      periodSentence(view, figure.period),
      sourceOf(view, figure),
    ],
  };
}

/** What a program names for the front page must stand on its record. `file` is its `program.json`. */
export function comparedProblems({ compared }: Program, { figures }: PublicRecord, file: string): Problem[] {
  if (compared === undefined) return [];
  const { firstMonths, unlike } = compared;
  return [...(firstMonths === undefined ? [] : [firstMonths]), ...unlike]
    .filter((id) => !figures.some((figure) => figure.id === id))
    .map((id) => ({
      file,
      line: 0,
      column: 'compared',
      code: 'unknown-figure',
      message: `The record has no figure "${id}".`,
      fix: 'Name a figure by its id in record/figures.csv, or take it out.',
    }));
}
