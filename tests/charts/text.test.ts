import { describe, expect, test } from 'vitest';
import { textWidth, wrapText } from '../../src/charts/text.ts';

describe('wrapText', () => {
  test('breaks at spaces where the line is full', () => {
    expect(wrapText('declined, may go to court', 80)).toEqual(['declined,', 'may go to', 'court']);
  });

  test('leaves a word alone that is wider than the line', () => {
    expect(wrapText('a Zwangsvollstreckung', 40)).toEqual(['a', 'Zwangsvollstreckung']);
  });

  test('keeps a number with the words beside it', () => {
    expect(wrapText('on April 17, 2025 at last', 40)).toEqual(['on', 'April 17, 2025 at', 'last']);
  });

  test('breaks Chinese between characters, never before a stop, after a bracket, or within a number', () => {
    const lines = wrapText('涉及少数人：只计数，从不逐项追踪', 80);
    expect(lines).toEqual(['涉及少数人：', '只计数，从不', '逐项追踪']);
    expect(wrapText('于2025年4月（截至', 40)).toEqual(['于', '2025年', '4月', '（截至']);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(80);
  });

  test('gives back every character', () => {
    for (const text of ['已拒绝，可能诉至法院', 'a “b” c', '（“甲”）乙。', '，', '41 项要求', 'ICE 的传票'])
      expect(wrapText(text, 30).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});
