import { expect, test } from 'vitest';
import { isolateIds } from '../../src/site/messages/isolate-ids.ts';
import { languageOf, messagesIn } from '../../src/site/messages/messages.ts';

test.each([
  ['الإصدار 2025-Q2.', 'الإصدار \u20662025-Q2\u2069.'],
  ['الإصدار 2025-Q2-r1، 2024-Q4', 'الإصدار \u20662025-Q2-r1\u2069، \u20662024-Q4\u2069'],
  ['الرمز _T هو المجموع', 'الرمز \u2066_T\u2069 هو المجموع'],
  ['حتى 2025-06-30 (2025-06)', 'حتى \u20662025-06-30\u2069 (\u20662025-06\u2069)'],
  ['الهاتف: 1-855-435-7693 (الفصل 2-176)', 'الهاتف: \u20661-855-435-7693\u2069 (الفصل \u20662-176\u2069)'],
  ['النطاق 0-249', 'النطاق \u20660-249\u2069'],
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
])('isolateIds("%s") changes nothing', (text) => {
  expect(isolateIds(text)).toBe(text);
});

test('messagesIn a language from left to right are as they were written', () => {
  expect(messagesIn('es')).toBe(languageOf('es').messages);
  expect(messagesIn('es').frame.released({ release: '2025-Q2' }).join('')).toBe('Publicación 2025-Q2');
  expect(messagesIn('ar').frame.released({ release: '2025-Q2' }).join('')).toBe(
    'الإصدار \u20662025-Q2\u2069',
  );
});
