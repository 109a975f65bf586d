// What the explorer draws of a choice.
import { expect, test } from 'vitest';
import type { CellsFile } from '../../../src/formats/site/cells-file.ts';
import { readWish } from '../../../src/site/explorer/address.ts';
import { type AnswerFrame, answer } from '../../../src/site/explorer/answer.ts';
import { chooseFrom } from '../../../src/site/explorer/choice.ts';
import { cardIndex } from './card-index.ts';

const CODES = ['event', 'online', 'counter'];
const index = cardIndex(
  { columns: ['period', 'channel'], splits: [{ period: 'year', levels: { channel: 'channel' } }] },
  [
    {
      dimension: 'period',
      label: 'Period',
      codes: ['2023', '2024'].map((code) => ({ code, label: code, level: 'year' })),
    },
    {
      dimension: 'channel',
      label: 'Channel',
      codes: CODES.map((code) => ({ code, label: code, level: 'channel' })),
    },
  ],
);
const cells: CellsFile = {
  measure: 'cards-issued',
  synthetic: false,
  notes: [],
  cells: ['2023', '2024'].flatMap((period) =>
    CODES.map((code) => ({
      cell: `cards-issued|${period}|${code}`,
      count: 20,
      status: '' as const,
      note: null,
    })),
  ),
};
const frame: AnswerFrame = {
  language: 'en',
  direction: 'ltr',
  separators: { comma: ', ', colon: ': ', semicolon: '; ', stop: '.' },
  summary: '',
  invented: null,
  hiddenLabel: 'hidden',
  notAvailableLabel: 'not available',
  notApplicableLabel: 'not applicable',
  partialLabel: 'part',
  total: 'Total',
  range: '{least} to {most}',
  hiddenBetween: 'hidden: {least} to {most}',
  hiddenAtLeast: 'hidden: at least {least}',
};

/** Colours of the columns that are drawn, in order. */
function coloursOf(query: string): string[] {
  const choice = chooseFrom(index, readWish(query));
  if (choice === undefined) throw new Error('no choice');
  const [plan] = answer(index, cells, choice, frame).drawing.plans;
  const styles = plan?.marks.flatMap((mark) => ('style' in mark ? [mark.style] : [])) ?? [];
  return [...new Set(styles.flatMap((style) => /^bar (s[a-g])/.exec(style)?.[1] ?? []))];
}

test('the colour of a code stays its own when another is left out', () => {
  const all = coloursOf('by=channel');
  expect(all).toHaveLength(3);
  expect(coloursOf('by=channel&only-channel=online,counter')).toEqual(all.slice(1));
});
