/** Words for what a docket counts (`src/program/docket-plan.ts`): the site's own, the same for every program. */

import { RECEIVED, SIGNATURE } from '../../program/docket-plan.ts';
import type { Table } from '../../program/program.ts';
import type { Messages } from '../messages/message-types.ts';
import { wordOf } from '../messages/word-of.ts';

/** The label of a dimension of requests; undefined for a dimension that the program declared itself. */
export function docketDimension(id: string, messages: Messages): string | undefined {
  const { instrument, requester } = messages.record;
  const { docket } = messages;
  const labels: Readonly<Record<string, string>> = {
    instrument,
    requester,
    outcome: messages.record.outcome,
    left: docket.leftMost,
  };
  return Object.hasOwn(labels, id) ? labels[id] : undefined;
}

/** The label of a code of such a dimension. */
export function docketCode(dimension: string, code: string, messages: Messages): string | undefined {
  const { docket } = messages;
  const { instruments, outcomes } = messages.record;
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    instrument: {
      ...instruments,
      signed_by_judge: docket.isSigned,
      not_signed_by_judge: docket.notSigned,
    },
    requester: docket.requesters,
    outcome: outcomes,
    left: docket.leftWords,
  };
  return labels[dimension]?.[code];
}

export function docketMeasure(
  id: string,
  { docket }: Messages,
): { readonly label: string; readonly unit: string } {
  return { label: wordOf(docket.measures, id) ?? id, unit: docket.unit };
}

export function docketTable({ measure, levels }: Table, messages: Messages): string {
  const [dimension] = Object.keys(levels).filter((key) => key !== 'period');
  const { label: counted } = docketMeasure(measure, messages);
  const period = wordOf(messages.tables.periodLevels, levels.period ?? '') ?? '';
  if (dimension === undefined) return messages.tables.marginTitle.text({ measure: counted, by: period });
  const isSignature = measure === RECEIVED && levels.instrument === SIGNATURE;
  const label = isSignature
    ? messages.docket.bySignature
    : (docketDimension(dimension, messages) ?? dimension);
  return messages.docket.tableTitle.text({ measure: counted, period, dimension: label.toLowerCase() });
}
