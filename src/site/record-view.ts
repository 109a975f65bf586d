/** What others published about a program, as pages show it. Empty texts where a source says nothing. */

export interface RecordedFigure {
  readonly id: string;
  readonly figure: string;
  /** Null where the source gives words and no number. */
  readonly value: number | null;
  /** `exact`, `about`, `more than`; empty as in the source. */
  readonly qualifier: string;
  readonly unit: string;
  /** `2022-04-17/2025-04-17`, `2023`, or words. */
  readonly period: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
  readonly howRead: string;
  readonly note: string;
  /** Ids of the figures that ours follows from, with signs between: `applicants-total - applicants-online`. */
  readonly derived: string;
}

export interface RecordedRequest {
  readonly id: string;
  readonly received: string;
  readonly agency: string;
  readonly instrument: string;
  readonly department: string;
  readonly heldBy: string;
  readonly asksFor: string;
  readonly due: string;
  readonly outcome: string;
  readonly outcomeAsOf: string;
  /** Another department's: shown as context, outside every total. */
  readonly context: boolean;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
  readonly note: string;
}

export interface RecordedStatement {
  readonly request: string;
  readonly date: string;
  readonly dateNote: string;
  readonly office: string;
  readonly statement: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
}

export interface RecordedEvent {
  readonly date: string;
  /** The date in words, as the source has it. */
  readonly dateLabel: string;
  readonly event: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
}

export interface ProgramRecord {
  readonly figures: readonly RecordedFigure[];
  readonly requests: readonly RecordedRequest[];
  /** In the order in which they were made. */
  readonly statements: readonly RecordedStatement[];
  readonly timeline: readonly RecordedEvent[];
}
