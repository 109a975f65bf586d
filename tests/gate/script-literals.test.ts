// Numbers that stand in the source of a script may stand in its bundle, in whatever form.
import { expect, test } from 'vitest';
import { numbersOfSources, scriptFindings } from '../../src/gate/files/script-file.ts';

test('scriptFindings knows a number of the source that is written with separators there', () => {
  const known = numbersOfSources(['const DAY_MS = 86_400_000;']);
  expect(scriptFindings('a.js', 'const a=864e5', known)).toEqual([]);
  expect(scriptFindings('a.js', 'const a=400000', known)).toMatchObject([{ what: '400000' }]);
});
