// What a trial build says when data cannot be shown: what is wrong, where to mend it, and nothing of how a site is built.
import { expect, test } from 'vitest';
import { UNFIT_DATA } from '../../../src/reading/unfit-data.ts';
import { plain } from '../../../src/run/review/node-review.ts';
import { problemLines, UNTRANSLATED } from '../../../src/site/load/data-folder.ts';

const NOISE = [
  '12:00:01 [build] output: "static"',
  '12:00:02 [vite] built in 710ms',
  ' generating static routes ',
];
const WAY = [
  '  Location:',
  '    /repo/node_modules/astro/dist/core/render/route-cache.js:32:17',
  '  Stack trace:',
  '    at x (y.ts:1:1)',
];
const untranslated = (column: string, file = 'data/programs/quay/translations/es.json') => ({
  file,
  line: 0,
  column,
  ...UNTRANSLATED,
});

test('texts without a translation: one line for each file, and each text as it is to be written into it', () => {
  const texts = ['Cards', 'The "card"', 'Way of applying'];
  expect(
    problemLines([...texts.map((text) => untranslated(text)), untranslated('Cards', 'pl.json')]),
  ).toEqual([
    'data/programs/quay/translations/es.json: 3 texts have no translation. Add each under "texts" (docs/languages.md has the form of the file):',
    '  "Cards": "",',
    '  "The \\"card\\"": "",',
    '  "Way of applying": "",',
    'pl.json: 1 text has no translation. Add each under "texts" (docs/languages.md has the form of the file):',
    '  "Cards": "",',
  ]);
});

test('other faults stand as they are, with their place', () => {
  const fault = {
    file: 'es.json',
    line: 3,
    column: 'texts',
    code: 'schema',
    message: 'It is no text.',
    fix: 'Write one.',
  };
  expect(problemLines([fault])).toEqual(['es.json:3: texts: It is no text. Write one.']);
});

test('of data that cannot be shown nothing is told but what is wrong', () => {
  const lines = problemLines(Array.from({ length: 60 }, (_, at) => untranslated(`Text ${at}`)));
  const said = plain([...NOISE, UNFIT_DATA, ...lines, ...WAY].join('\n'));
  expect(said.split('\n')).toEqual([UNFIT_DATA, ...lines]);
});

test('of anything else the last lines are told, without the way through the code', () => {
  expect(plain([...NOISE, 'ENOSPC: no space left', '    at write (z.ts:2:3)'].join('\n'))).toBe(
    [...NOISE, 'ENOSPC: no space left'].join('\n'),
  );
});
