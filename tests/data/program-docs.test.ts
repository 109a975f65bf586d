import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { programSchema } from '../../src/program/program.ts';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Every object key of the schema, at any depth. */
function keysOf({ properties = {}, items }: Node): string[] {
  const own = Object.entries(properties).flatMap(([key, value]) => [key, ...keysOf(value)]);
  return items === undefined ? own : [...own, ...keysOf(items)];
}

const DOCS = readFileSync('docs/program.md', 'utf8');

test('docs/program.md names every key of program.json', () => {
  const keys = new Set(keysOf(z.toJSONSchema(programSchema, { io: 'input' }) as Node));
  expect(keys.size).toBeGreaterThan(40);
  expect([...keys].filter((key) => !DOCS.includes(`\`${key}\``))).toEqual([]);
});

test('docs/program.md names no key that program.json does not have', () => {
  const keys = new Set(keysOf(z.toJSONSchema(programSchema, { io: 'input' }) as Node));
  const rows = DOCS.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key),
  );
  expect(named.filter((key) => !keys.has(key))).toEqual([]);
});
