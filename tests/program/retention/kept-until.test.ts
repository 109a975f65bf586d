import { expect, test } from 'vitest';
import { keptUntil, openMonths, wasOpen, yearlyMonths } from '../../../src/program/retention/kept-until.ts';

const RULES = {
  validity: [
    { age: 'child', label: 'Child', years: 2, accordingTo: 'x' },
    { age: 'old', label: 'Old', years: 'never' as const, accordingTo: 'x' },
  ],
  groups: [
    { id: 'card', label: 'Card', channel: 'online', after: 'expiry' as const, years: 3, accordingTo: 'x' },
    { id: 'no-card', label: 'No card', channel: 'online', accordingTo: 'x' },
  ],
};

test('keptUntil: month of application + validity + years after expiry', () => {
  expect(keptUntil(RULES, { group: 'card', age: 'child', month: '2025-03' })).toBe('2030-03');
});

test('keptUntil where a card never expires, of whom no rule speaks, or of an age without a rule: nothing', () => {
  expect(keptUntil(RULES, { group: 'card', age: 'old', month: '2025-03' })).toBeUndefined();
  expect(keptUntil(RULES, { group: 'no-card', age: 'child', month: '2025-03' })).toBeUndefined();
  expect(keptUntil(RULES, { group: 'card', age: 'adult', month: '2025-03' })).toBeUndefined();
});

test('openMonths from the day of opening to that of closing; none while it is open', () => {
  expect(openMonths({ opened: '2024-12', closed: '2025-02-13' })).toEqual(['2024-12', '2025-01', '2025-02']);
  expect(openMonths({ opened: '2024-12' })).toEqual([]);
  expect(openMonths({ opened: '2024', closed: '2025-02' })).toEqual([]);
});

test('wasOpen from the month of opening on, to that of closing where there is one; of a way without a first day never', () => {
  expect(['2024-11', '2024-12', '2031-01'].map((month) => wasOpen({ opened: '2024-12-05' }, month))).toEqual([
    false,
    true,
    true,
  ]);
  const closed = { opened: '2024-12', closed: '2025-02-13' };
  expect(['2025-02', '2025-03'].map((month) => wasOpen(closed, month))).toEqual([true, false]);
  expect(wasOpen({}, '2025-02')).toBe(false);
});

test('yearlyMonths: the month of opening and the same of each year up to a month', () => {
  expect(yearlyMonths({ opened: '2022-03-28' }, '2024-03')).toEqual(['2022-03', '2023-03', '2024-03']);
  expect(yearlyMonths({ opened: '2022-03-28' }, '2024-02')).toEqual(['2022-03', '2023-03']);
  expect(yearlyMonths({ opened: '2022-03' }, '2021-12')).toEqual([]);
  expect(yearlyMonths({}, '2024-02')).toEqual([]);
});
