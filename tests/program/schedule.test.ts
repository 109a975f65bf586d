import { expect, test } from 'vitest';
import { closingDay, nextDue } from '../../src/program/schedule.ts';

test.each([
  ['2025-Q2', '2025-06-30'],
  ['2024-Q1-r2', '2024-03-31'],
  ['2025-Q4', '2025-12-31'],
])('closingDay of %s is %s', (release, day) => {
  expect(closingDay(release)).toBe(day);
});

test.each([
  ['2025-Q2', 45, '2025-11-14'],
  ['2025-Q4', 1, '2026-04-01'],
  ['2023-Q3', 60, '2024-02-29'],
])('nextDue after %s, %i days after the next quarter: %s', (release, days, day) => {
  expect(nextDue(release, days)).toBe(day);
});

test('nextDue and closingDay of what is no release: our own bug', () => {
  expect(() => closingDay('2025')).toThrow('internal error');
  expect(() => nextDue('latest', 45)).toThrow('internal error');
});
