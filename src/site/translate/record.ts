/** The record in a reader's language. What somebody said stays as it was said; our words about it are translated. */
import { formatDay } from '../../model/dates.ts';
import { SOURCE_LANGUAGE } from '../../model/locale.ts';
import type {
  PublicRecord,
  RecordedFigure,
  RecordedRequest,
  RecordedStatement,
} from '../../record/record.ts';
import type { Teller } from './teller.ts';

export function tellRecord(record: PublicRecord, language: string, tell: Teller): PublicRecord {
  return {
    figures: record.figures.map((figure) => tellFigure(figure, tell)),
    requests: record.requests.map((request) => tellRequest(request, tell)),
    statements: record.statements.map((statement) => tellStatement(statement, tell)),
    timeline: record.timeline.map((entry) => ({
      ...entry,
      dateLabel:
        entry.dateLabel === formatDay(entry.date, SOURCE_LANGUAGE)
          ? formatDay(entry.date, language)
          : tell.text(entry.dateLabel),
      event: tell.text(entry.event),
      sourceTitle: tell.name(entry.sourceTitle),
    })),
  };
}

function tellFigure(figure: RecordedFigure, tell: Teller): RecordedFigure {
  return {
    ...figure,
    figure: tell.text(figure.figure),
    unit: tell.text(figure.unit),
    period: tell.text(figure.period),
    sourceTitle: tell.name(figure.sourceTitle),
    howRead: tell.text(figure.howRead),
    note: tell.text(figure.note),
  };
}

function tellRequest(request: RecordedRequest, tell: Teller): RecordedRequest {
  return {
    ...request,
    agency: tell.name(request.agency),
    department: tell.name(request.department),
    asksFor: tell.text(request.asksFor),
    sourceTitle: tell.name(request.sourceTitle),
    note: tell.text(request.note),
  };
}

function tellStatement(statement: RecordedStatement, tell: Teller): RecordedStatement {
  return {
    ...statement,
    dateNote: tell.text(statement.dateNote),
    office: tell.name(statement.office),
    statement: tell.quote(statement.statement),
    sourceTitle: tell.name(statement.sourceTitle),
  };
}
