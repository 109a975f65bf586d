// What a picture that travels alone looks like is what the style sheet gives to the same marks on a page.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLOURS, paintOf } from '../../src/charts/paint.ts';

const SHEET = readFileSync('src/styles/charts.css', 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** What the sheet says of each class of a mark below `.drawing`, a later rule before an earlier one. */
function rulesByClass(): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [, selector = '', body = ''] of SHEET.matchAll(/^(\.drawing [^{]+)\{([^}]+)\}/gm))
    for (const [, name = ''] of selector.replace('.drawing ', '').matchAll(/\.([\w-]+)/g))
      for (const [, property = '', value = ''] of body.matchAll(/([\w-]+): ([^;]+);/g)) {
        const known = found.get(name) ?? new Map<string, string>();
        found.set(name, known.set(property, readValue(value)));
      }
  return found;
}

function readValue(value: string): string {
  const [, name = ''] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  const colours: Readonly<Record<string, string>> = { ...COLOURS, mark: COLOURS.sa };
  return colours[name] ?? value.replace(/px$/, '');
}

/** Of a class with the first colour, in the words of a style sheet. */
function painted(name: string): Record<string, string> {
  const entries = Object.entries(paintOf(`${name} sa`)).filter(([attribute]) => attribute !== 'xmlSpace');
  return Object.fromEntries(
    entries.map(([attribute, value]) => [
      attribute.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      String(value),
    ]),
  );
}

const rules = [...rulesByClass()];

test('the sheet has rules for marks', () => {
  expect(rules.length).toBeGreaterThan(20);
});

test.each(rules)('paintOf %s: as the style sheet has it', (name, declared) => {
  const { 'pointer-events': _, ...wanted } = Object.fromEntries(declared);
  expect(painted(name)).toEqual(wanted);
});
