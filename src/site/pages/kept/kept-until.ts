/** Worked out for whoever asks "I applied in February: until when is it kept?": by month of application and age of the card's holder. */

import { closingMonth } from '../../../program/period.ts';
import type { Channel } from '../../../program/program.ts';
import { keptUntil, openMonths, yearlyMonths } from '../../../program/retention/kept-until.ts';
import { keptUntilFigure, openMonthFigure } from '../../figures/figures.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Block, TableRow } from '../../frame/page.ts';
import type { View } from '../../view.ts';

/** More would be no answer but a list. */
const MOST_MONTHS = 12;

/** Of a way whose records go some time after the card expires: each of the few months in which it was open, or, where it is open still, one a year. */
export function keptUntilBlocks(view: View, channel: Channel): Block[] {
  const { program, messages, language, release } = view;
  const { records } = program;
  const isYearly = channel.closed === undefined;
  const months = isYearly
    ? yearlyMonths(channel, release === null ? '' : closingMonth(release.release))
    : openMonths(channel);
  const group = records?.groups.find((one) => one.channel === channel.id && one.after === 'expiry');
  if (records === undefined || group === undefined || months.length === 0 || months.length > MOST_MONTHS)
    return [];
  const { whatIsKept, marks } = messages;
  const source = { program: program.id, channel: channel.id, group: group.id };
  const endsFor = (age: string) => months.every((month) => untilOf(age, month) !== undefined);
  const untilOf = (age: string, month: string) => keptUntil(records, { group: group.id, age, month });
  const ending = records.validity.filter(({ age }) => endsFor(age));
  const endless = records.validity.filter(({ age }) => !endsFor(age));
  const row = (month: string): TableRow => ({
    heading: [openMonthFigure(source, month, language)],
    cells: ending.map(({ age }) => {
      const until = untilOf(age, month) ?? '';
      return [keptUntilFigure(source, { age, month, until }, language)];
    }),
  });
  return [
    {
      kind: 'table',
      id: `kept-until-${channel.id}`,
      caption: [group.label, marks.colon, whatIsKept.keptUntil],
      columns: [whatIsKept.appliedIn, ...ending.map(({ label }) => label)],
      rows: months.map(row),
      notes: [
        ...endless.map(({ label }): Sentence => [label, marks.colon, whatIsKept.neverGoes]),
        ...(isYearly ? [[whatIsKept.keptUntilYearly]] : []),
        [whatIsKept.keptUntilNote],
      ],
      links: [],
    },
  ];
}
