/** The requests elsewhere that ship: whole, told in every language of the programs, and about no named person. */
import { expect, test } from 'vitest';
import { readElsewhere } from '../../src/record/read-elsewhere.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { readElsewhereViews } from '../../src/site/load/load-elsewhere.ts';

test('every request and every state has an address, and says how it was read', async () => {
  const read = await readElsewhere('data/elsewhere');
  const requests = read.ok ? read.value : [];
  expect(requests.length).toBeGreaterThan(10);
  for (const { sourceUrl, howRead, states } of requests) {
    expect(URL.canParse(sourceUrl) && howRead !== '').toBe(true);
    expect(states.filter((state) => !URL.canParse(state.sourceUrl) || state.howRead === '')).toEqual([]);
  }
});

test('every request by whom or for what immigration is enforced: a federal requester', async () => {
  const read = await readElsewhere('data/elsewhere');
  const requesters = new Set(read.ok ? read.value.map(({ requester }) => requester) : []);
  expect([...requesters].sort()).toEqual(['federal_immigration', 'federal_other']);
});

test('they are told in every language of the programs', async () => {
  const languages = new Set((await readPrograms('data')).flatMap(({ program }) => program.languages));
  const views = await readElsewhereViews('data/elsewhere');
  expect([...views.keys()].sort()).toEqual([...languages].sort());
});
