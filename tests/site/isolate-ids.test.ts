import { expect, test } from 'vitest';
import { isolateIds, withIsolatedIds } from '../../src/site/messages/isolate-ids.ts';
import { languageOf, messagesIn } from '../../src/site/messages/messages.ts';

test.each([
  ['الإصدار 2025-Q2.', 'الإصدار \u20662025-Q2\u2069.'],
  ['الإصدار 2025-Q2-r1، 2024-Q4', 'الإصدار \u20662025-Q2-r1\u2069، \u20662024-Q4\u2069'],
  ['الرمز _T هو المجموع', 'الرمز \u2066_T\u2069 هو المجموع'],
  ['حتى 2025-06-30 (2025-06)', 'حتى \u20662025-06-30\u2069 (\u20662025-06\u2069)'],
  ['ملف 10.tables/x', 'ملف \u206610.tables\u2069/x'],
])('isolateIds("%s") puts marks around the id', (text, isolated) => {
  expect(isolateIds(text)).toBe(isolated);
  expect(isolateIds(isolated)).toBe(isolated);
});

test.each([
  'السنة المالية 2025: 12,896',
  'من 2015 إلى 2019',
  'audit.json, SHA256SUMS, FY2025',
  '{group} من {groups}',
  '0-249',
])('isolateIds("%s") changes nothing', (text) => {
  expect(isolateIds(text)).toBe(text);
});

test('withIsolatedIds reaches texts, answers and sentences, and leaves figures, links and names of messages', () => {
  const link = { href: '/2025-Q2/', label: '2025-Q2' };
  const messages = withIsolatedIds({
    _T: 'رمز _T',
    deep: { of: (id: string) => `الإصدار ${id}`, told: (id: string) => ['الإصدار ', id, link] },
  });
  expect(messages._T).toBe('رمز \u2066_T\u2069');
  expect(messages.deep.of('2025-Q2')).toBe('الإصدار \u20662025-Q2\u2069');
  expect(messages.deep.told('2025-Q2')).toEqual(['الإصدار ', '\u20662025-Q2\u2069', link]);
});

test('messagesIn a language from left to right are as they were written', () => {
  expect(messagesIn('es')).toBe(languageOf('es').messages);
  expect(messagesIn('es').released('2025-Q2').join('')).toBe('Publicación 2025-Q2');
  expect(messagesIn('ar').released('2025-Q2').join('')).toBe('الإصدار \u20662025-Q2\u2069');
});
