// JSON written by hand: every fault has its line and character, and no message repeats what stands in the file.
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { nearestName } from '../../src/reading/nearest-name.ts';
import { formatProblem } from '../../src/reading/problem.ts';
import { readWritten } from '../../src/reading/written-json.ts';

const schema = z.strictObject({
  name: z.string().min(1),
  k: z.number().int().min(5).default(11),
  lists: z
    .array(z.strictObject({ id: z.string(), levels: z.record(z.string(), z.string()).optional() }))
    .default([]),
});

function said(text: string): string[] {
  const read = readWritten(text, 'a.json', schema, 'See the list.');
  return read.ok ? [] : read.problems.map(formatProblem);
}

test('readWritten of a sound file: its value, with or without a byte order mark', () => {
  for (const mark of ['', '\uFEFF'])
    expect(readWritten(`${mark}{"name": "A"}`, 'a.json', schema, '')).toMatchObject({
      ok: true,
      value: { value: { name: 'A', k: 11, lists: [] } },
    });
});

describe('readWritten refuses', () => {
  test.each([
    [
      'a key twice, with both places',
      '{\n "k": 20,\n "name": "A",\n "k": 5\n}',
      [
        'a.json:4:2: k: The key stands here for the second time; the first is in line 2, character 2. Keep the one that is meant.',
      ],
    ],
    [
      'a key twice further in, in a file with Windows line ends',
      '{"name": "A",\r\n"lists": [\r\n{"id": "a", "id": "a"}]}',
      [
        'a.json:3:13: lists.0.id: The key stands here for the second time; the first is in line 3, character 2. Keep the one that is meant.',
      ],
    ],
    [
      'a key three times',
      '{"name": "A", "name": "B", "name": "C"}',
      [
        expect.stringMatching(/^a\.json:1:15: name: .* line 1, character 2\./),
        expect.stringMatching(/^a\.json:1:28: name: .* line 1, character 2\./),
      ],
    ],
    [
      'an unknown key, with the nearest that there is',
      '{"name": "A",\n "lists": [{"id": "a", "Level": {}}]}',
      ['a.json:2:24: lists.0.Level: There is no such key. Is it "levels"? See the list.'],
    ],
    [
      'an unknown key that is like none, with those that there are',
      '{"name": "A", "colour": 1}',
      ['a.json:1:15: colour: There is no such key. Take it out. See the list. Keys here: name, k, lists.'],
    ],
    [
      'a value of another kind',
      '{"name": "A",\n"k": "12"}',
      ['a.json:2:1: k: It should be a number, and is a text. See the list.'],
    ],
    [
      'a misspelt key, once',
      '{"nam": "A"}',
      ['a.json:1:2: nam: There is no such key. Is it "name"? See the list.'],
    ],
    ['a missing key', '{"k": 12}', ['a.json:1:1: name: The key is missing; it holds a text. See the list.']],
    ['a comma too many', '{"name": "A",\n}', [expect.stringMatching(/^a\.json:2:1: .*a key is missing/)]],
    [
      'a comma too few',
      '{"name": "A"\n"k": 5}',
      [expect.stringMatching(/^a\.json:2:1: .*a comma is missing/)],
    ],
    ['a comment', '{"name": "A"} // mine', [expect.stringMatching(/^a\.json:1:15: .*has a comment/)]],
    ['an open brace', '{"name": "A"', [expect.stringMatching(/^a\.json:1:13: .*"}" is missing/)]],
    ['two values', '{"name": "A"} {}', [expect.stringMatching(/^a\.json:1:15: .*follows after its end/)]],
    ['a text over two lines', '{"name": "A\nB"}', [expect.stringMatching(/^a\.json:1:10: .*not closed/)]],
    ['no quotes', '{name: "A"}', [expect.stringMatching(/^a\.json:1:2: /)]],
    ['nothing', '', [expect.stringMatching(/^a\.json:1:1: /)]],
    [
      'a number with a zero before it',
      '{"name": "A", "k": 012}',
      [expect.stringMatching(/^a\.json:1:2\d: /)],
    ],
    ['NaN', '{"name": "A", "k": NaN}', [expect.stringMatching(/^a\.json:1:20: /)]],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('another file by mistake, without repeating a piece of it', () => {
    for (const text of [
      'period,count\n2024-Q1,3141',
      '{"3141 Elm St": 1}',
      '{"name": "A", "3141": 1, "3141": 2}',
      '[3141]',
    ])
      expect(said(text).join('\n')).not.toContain('3141');
  });

  test('what nests too deeply for a mind, without ending in a stack', () => {
    expect(said('['.repeat(200_000))).toHaveLength(1);
  });
});

describe('nearestName', () => {
  test.each([
    ['absentrows', 'absentRows'],
    ['tabels', 'tables'],
    ['horses', undefined],
  ])('of %s: %s', (written, near) => {
    expect(nearestName(written, ['id', 'tables', 'absentRows'])).toBe(near);
  });
});
