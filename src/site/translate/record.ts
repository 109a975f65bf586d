/** The record in a reader's language. What somebody said stays as it was said; our words for it are translated. */
import type { ElsewhereRequest } from '../../record/read-elsewhere.ts';
import type {
  PublicRecord,
  RecordedFigure,
  RecordedRequest,
  RecordedStatement,
} from '../../record/record.ts';
import type { RecordedState } from '../../record/states.ts';
import type { Teller } from './teller.ts';

export function tellRecord(record: PublicRecord, tell: Teller): PublicRecord {
  return {
    figures: record.figures.map((figure) => tellFigure(figure, tell)),
    requests: record.requests.map((request) => tellRequest(request, tell)),
    statements: record.statements.map((statement) => tellStatement(statement, tell)),
    timeline: record.timeline.map((entry) => ({
      ...entry,
      dateLabel: tell.text(entry.dateLabel),
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
  return { ...tellAsked(request, tell), title: tell.text(request.title) };
}

/** Requests elsewhere; places have names of their own. */
export function tellElsewhere(request: ElsewhereRequest, tell: Teller): ElsewhereRequest {
  return { ...tellAsked(request, tell), place: tell.name(request.place) };
}

type Asked = Pick<
  RecordedRequest,
  'agency' | 'department' | 'asksFor' | 'sourceTitle' | 'howRead' | 'note' | 'states'
>;

/** What every request on a record says. */
function tellAsked<Request extends Asked>(request: Request, tell: Teller): Request {
  return {
    ...request,
    agency: tell.name(request.agency),
    department: tell.name(request.department),
    asksFor: tell.text(request.asksFor),
    sourceTitle: tell.name(request.sourceTitle),
    howRead: tell.text(request.howRead),
    note: tell.text(request.note),
    states: request.states.map((state) => tellState(state, tell)),
  };
}

function tellState(state: RecordedState, tell: Teller): RecordedState {
  return {
    ...state,
    what: tell.text(state.what),
    note: tell.text(state.note),
    sourceTitle: tell.name(state.sourceTitle),
    howRead: tell.text(state.howRead),
  };
}

function tellStatement(statement: RecordedStatement, tell: Teller): RecordedStatement {
  const sense = tell.sense(statement.quote);
  return {
    ...statement,
    dateNote: tell.text(statement.dateNote),
    office: tell.name(statement.office),
    statement: tell.text(statement.statement),
    quote: tell.quote(statement.quote),
    ...(sense === undefined ? {} : { sense }),
    sourceTitle: tell.name(statement.sourceTitle),
  };
}
