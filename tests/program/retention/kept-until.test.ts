import { expect, test } from 'vitest';
import { keptUntil, openMonths } from '../../../src/program/retention/kept-until.ts';

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
