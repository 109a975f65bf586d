/** `program.json` in a reader's language. Counts of legal requests have words of the site's own: see `docket-words.ts`. */
import type { Declaration } from '../../program/declaration.ts';
import { countsRequests } from '../../program/docket-plan.ts';
import type { Measure, Program, Table } from '../../program/program.ts';
import type { Retention } from '../../program/retention/retention.ts';
import { AREA } from '../dimensions.ts';
import type { Messages } from '../messages/message-types.ts';
import { docketDimension, docketMeasure, docketTable } from './docket-words.ts';
import type { Teller } from './teller.ts';

export function tellProgram(program: Program, messages: Messages, tell: Teller): Program {
  return {
    ...program,
    ...tellCommon(program, messages, tell),
    summary: tell.text(program.summary),
    dimensions: program.dimensions.map((dimension) => {
      const label = docketDimension(dimension.id, messages);
      if (label !== undefined) return { ...dimension, label };
      return {
        ...dimension,
        label: tell.text(dimension.label),
        ...(dimension.levels && { levels: tellLevels(dimension.levels, tell) }),
        codes: dimension.codes.map((code) => ({
          ...code,
          label: codeLabel(dimension.id, code.label, tell),
        })),
      };
    }),
    channels: program.channels.map((channel) => ({
      ...channel,
      label: tell.text(channel.label),
      ...(channel.keeps === undefined ? {} : { keeps: tell.text(channel.keeps) }),
      ...(channel.meaning === undefined ? {} : { meaning: tell.text(channel.meaning) }),
      ...(channel.until === undefined ? {} : { until: tell.text(channel.until) }),
      accordingTo: tell.text(channel.accordingTo),
      ...(channel.heldBy === undefined ? {} : { heldBy: tell.text(channel.heldBy) }),
    })),
    retention: program.retention.map(({ rule, accordingTo }) => ({
      rule: tell.text(rule),
      accordingTo: tell.text(accordingTo),
    })),
    ...(program.records === undefined ? {} : { records: tellRecords(program.records, tell) }),
    signers: program.signers.map(({ revoked, ...signer }) => ({
      ...signer,
      name: tell.name(signer.name),
      ...(revoked === undefined ? {} : { revoked: { ...revoked, why: tell.text(revoked.why) } }),
    })),
    series: program.series.map((series) => ({ ...series, title: tell.text(series.title) })),
    events: program.events.map((event) => ({
      ...event,
      label: tell.text(event.label),
      accordingTo: tell.name(event.accordingTo),
    })),
    ...(program.guidance === undefined ? {} : { guidance: tellGuidance(program.guidance, tell) }),
    ...(program.contact === undefined
      ? {}
      : { contact: { ...program.contact, name: tell.name(program.contact.name) } }),
  };
}

function tellLevels(levels: Readonly<Record<string, string>>, tell: Teller): Record<string, string> {
  return Object.fromEntries(Object.entries(levels).map(([level, label]) => [level, tell.text(label)]));
}

function tellGuidance(guidance: NonNullable<Program['guidance']>, tell: Teller): Program['guidance'] {
  return {
    legalHelp: guidance.legalHelp.map((help) => ({ ...help, text: tell.text(help.text) })),
    howToAsk: guidance.howToAsk.map(tell.text),
    askInPerson: guidance.askInPerson.map((place) => ({ ...place, text: tell.text(place.text) })),
  };
}

function tellRecords(records: Retention, tell: Teller): Retention {
  const said = <T extends { readonly label: string; readonly accordingTo: string }>(one: T): T => ({
    ...one,
    label: tell.text(one.label),
    accordingTo: tell.text(one.accordingTo),
  });
  return {
    validity: records.validity.map(said),
    groups: records.groups.map(said),
    whatIf: records.whatIf.map((one) => ({ ...one, label: tell.text(one.label) })),
  };
}

/** What a release says about itself. */
export function tellDeclaration(declaration: Declaration, messages: Messages, tell: Teller): Declaration {
  return {
    ...declaration,
    ...tellCommon(declaration, messages, tell),
    dimensions: declaration.dimensions.map((dimension) => ({
      ...dimension,
      label: docketDimension(dimension.id, messages) ?? tell.text(dimension.label),
    })),
  };
}

/** Areas have names of their own; the codes of all other dimensions are words. */
export function codeLabel(dimension: string, label: string, tell: Teller): string {
  return dimension === AREA ? tell.name(label) : tell.text(label);
}

type Common = Pick<Declaration, 'name' | 'city' | 'standing' | 'measures' | 'tables' | 'sources' | 'licence'>;

function tellCommon(papers: Common, messages: Messages, tell: Teller): Common {
  return {
    name: tell.name(papers.name),
    city: tell.name(papers.city),
    standing: tell.text(papers.standing),
    measures: papers.measures.map((measure) => tellMeasure(measure, messages, tell)),
    tables: papers.tables.map((table) => tellTable(table, messages, tell)),
    sources: papers.sources.map(({ howRead, ...source }) => ({
      ...source,
      title: tell.name(source.title),
      ...(howRead === undefined ? {} : { howRead: tell.text(howRead) }),
    })),
    licence: { ...papers.licence, name: tell.name(papers.licence.name) },
  };
}

function tellMeasure(measure: Measure, messages: Messages, tell: Teller): Measure {
  if (countsRequests(measure.id)) return { ...measure, ...docketMeasure(measure.id, messages) };
  return { ...measure, label: tell.text(measure.label), unit: tell.text(measure.unit) };
}

function tellTable(table: Table, messages: Messages, tell: Teller): Table {
  const title = countsRequests(table.measure) ? docketTable(table, messages) : tell.text(table.title);
  return { ...table, title };
}
