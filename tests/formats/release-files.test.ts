/** Every release file: what `format` writes, `parse` reads; what `format` would not write, `parse` refuses. */
import { z } from 'astro/zod';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, formatChanges, parseChanges } from '../../src/formats/changes-file.ts';
import { formatCells, parseCells } from '../../src/formats/cube-file.ts';
import type { Nature } from '../../src/formats/invented-mark.ts';
import { formatSums, parseSums } from '../../src/formats/sums-file.ts';
import {
  hasNoCount,
  type PublishedCell,
  RANGE_NOTE,
  STATUSES,
  WITHHELD_NOTE,
} from '../../src/program/cell.ts';
import { formatCsv, parseCsv } from '../../src/reading/csv.ts';
import { formatJson, parseJson } from '../../src/reading/json-file.ts';

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[",\r\n ab]*$/));
const rest = (lists: number) => fc.array(fc.array(anyText, { minLength: lists, maxLength: lists }));
const codeOf = (checked: { ok: boolean; problems?: readonly { code: string }[] }) =>
  checked.problems?.[0]?.code;

describe('csv', () => {
  test('parseCsv reads whatever formatCsv wrote', () => {
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.record({ header: fc.constant(['a', 'b', 'c', 'd'].slice(0, width)), rows: rest(width) }),
      );
    fc.assert(
      fc.property(tables, (table) => {
        expect(parseCsv(formatCsv(table), 'f.csv', table.header)).toEqual({ ok: true, value: table });
      }),
    );
  });

  test('parseCsv takes no text that formatCsv would not write', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^a,b\n[",\r\n ab1]*$/), (text) => {
        const read = parseCsv(text, 'f.csv', ['a', 'b']);
        if (read.ok) expect(formatCsv(read.value)).toBe(text);
      }),
    );
  });

  test.each([
    ['needless quotes', 'a,b\n"1",2\n', 'form'],
    ['CRLF', 'a,b\r\n1,2\r\n', 'header'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n', 'header'],
    ['no closing line break', 'a,b\n1,2', 'form'],
    ['a blank line', 'a,b\n1,2\n\n', 'width'],
    ['semicolons', 'a;b\n1;2\n', 'header'],
    ['a row too short', 'a,b\n1\n', 'width'],
    ['columns in another order', 'b,a\n1,2\n', 'header'],
    ['nothing', '', 'header'],
  ])('parseCsv refuses %s', (_, text, code) => {
    expect(codeOf(parseCsv(text, 'f.csv', ['a', 'b']))).toBe(code);
  });
});

describe('cubes and tables', () => {
  const natures = fc.constantFrom<Nature>('real', 'invented');
  const cells: fc.Arbitrary<PublishedCell> = fc
    .record({
      codes: fc.tuple(anyText, anyText),
      count: fc.nat(),
      status: fc.constantFrom(...STATUSES),
      note: anyText,
    })
    .map((cell) => ({
      ...cell,
      count: hasNoCount(cell.status) ? null : cell.count,
      note: cell.status === 'c' ? WITHHELD_NOTE : cell.note,
    }));

  test('parseCells reads ranges that formatCells wrote, where the form has them', () => {
    const ranges = fc.tuple(cells, fc.nat(), fc.nat()).map(([cell, one, other]): PublishedCell => {
      const range = { least: Math.min(one, other), most: Math.max(one, other) + 1 };
      return { ...cell, count: null, range, status: 'x', note: RANGE_NOTE };
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(ranges, cells)), natures, (written, nature) => {
        const form = { nature, withRanges: true };
        const text = formatCells(['period', 'channel'], written, form);
        expect(parseCells(text, 'f.csv', ['period', 'channel'], form)).toEqual({ ok: true, value: written });
      }),
    );
  });

  test.each([
    ['a range that is reversed', `2024,,9,3,x,${RANGE_NOTE}`],
    ['a range of one number', `2024,,3,3,x,${RANGE_NOTE}`],
    ['one end alone', `2024,,,3,x,${RANGE_NOTE}`],
    ['a range beside a count', `2024,3,0,9,,${RANGE_NOTE}`],
    ['a range of a withheld cell', `2024,,0,9,c,${WITHHELD_NOTE}`],
    ['a range with another note', '2024,,0,9,x,Lost'],
    ['the note of a range without one', `2024,,,,x,${RANGE_NOTE}`],
  ])('parseCells refuses %s', (_, row) => {
    const text = `period,count,at_least,at_most,status,note\n${row}\n`;
    expect(parseCells(text, 'f.csv', ['period'], { nature: 'real', withRanges: true }).ok).toBe(false);
  });

  test('parseCells reads whatever formatCells wrote', () => {
    fc.assert(
      fc.property(fc.array(cells), natures, (written, nature) => {
        const text = formatCells(['period', 'channel'], written, { nature });
        expect(parseCells(text, 'f.csv', ['period', 'channel'], { nature })).toEqual({
          ok: true,
          value: written,
        });
      }),
    );
  });

  test.each([
    ['a count beside a withheld cell', `2024,3,c,${WITHHELD_NOTE}`],
    ['a count beside a cell that is not available', '2024,3,x,'],
    ['no count beside a published cell', '2024,,,'],
    ['a withheld cell with a note of its own', '2024,,c,because it is small'],
    ['an unknown status', '2024,3,q,'],
    ['a negative count', '2024,-3,,'],
    ['a fractional count', '2024,3.5,,'],
    ['a count with a leading zero', '2024,03,,'],
    ['a count too large to be exact', '2024,9007199254740993,,'],
  ])('parseCells refuses %s', (_, row) => {
    expect(
      parseCells(`period,count,status,note\n${row}\n`, 'f.csv', ['period'], { nature: 'real' }),
    ).toMatchObject({
      ok: false,
      problems: [{ line: 2, column: 'count', code: 'cell' }],
    });
  });

  test('parseCells refuses a row of an invented program that does not say so', () => {
    expect(
      parseCells('period,count,status,note\n2024,30,,\n', 'f.csv', ['period'], { nature: 'invented' }).ok,
    ).toBe(false);
  });
});

describe('changes', () => {
  test('parseChanges reads whatever formatChanges wrote', () => {
    const change: fc.Arbitrary<Change> = fc.record({
      measure: anyText,
      cell: anyText,
      before: anyText,
      after: anyText,
      reason: anyText,
    });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        expect(parseChanges(formatChanges(changes), 'f.csv')).toEqual({ ok: true, value: changes });
      }),
    );
  });
});

describe('hashes', () => {
  const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
  const path = fc.stringMatching(/^[a-z]{1,8}(\/[a-z-]{1,8})?\.csv$/);

  test('parseSums reads whatever formatSums wrote, sorted by path', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(path, hash), { selector: ([name]) => name }), (pairs) => {
        const read = parseSums(formatSums(new Map(pairs)), 'SHA256SUMS');
        expect(read).toEqual({ ok: true, value: new Map(pairs) });
        expect(read.ok && [...read.value.keys()]).toEqual(pairs.map(([name]) => name).sort());
      }),
    );
  });

  const A = 'a'.repeat(64);
  test.each([
    ['a path out of order', `${A}  b.csv\n${A}  a.csv\n`],
    ['a path twice', `${A}  a.csv\n${A}  a.csv\n`],
    ['a hash that is too short', `${A.slice(1)}  a.csv\n`],
    ['capitals', `${A.toUpperCase()}  a.csv\n`],
    ['one space', `${A} a.csv\n`],
    ['no closing line break', `${A}  a.csv`],
    ['a blank line', `${A}  a.csv\n\n`],
  ])('parseSums refuses %s', (_, text) => {
    expect(codeOf(parseSums(text, 'SHA256SUMS'))).toBe('form');
  });
});

describe('json', () => {
  const schema = z.strictObject({ name: z.string(), counts: z.array(z.number().int()) });

  test('parseJson reads whatever formatJson wrote', () => {
    fc.assert(
      fc.property(fc.record({ name: anyText, counts: fc.array(fc.integer()) }), (value) => {
        expect(parseJson(formatJson(value), 'f.json', schema)).toEqual({ ok: true, value });
      }),
    );
  });

  test.each([
    ['keys in another order', '{\n  "counts": [],\n  "name": "a"\n}\n', ''],
    ['an unknown key', formatJson({ name: 'a', counts: [], more: 1 }), ''],
    ['a missing key', formatJson({ name: 'a' }), 'counts'],
    ['a value of another type', formatJson({ name: 'a', counts: [0.5] }), 'counts.0'],
    ['other spaces', '{"name":"a","counts":[]}', ''],
    ['a key twice', '{\n  "name": "b",\n  "name": "a",\n  "counts": []\n}\n', ''],
    ['what is not JSON', '{', ''],
  ])('parseJson refuses %s', (_, text, column) => {
    expect(parseJson(text, 'f.json', schema)).toMatchObject({
      ok: false,
      problems: [{ code: 'form', column }],
    });
  });
});
