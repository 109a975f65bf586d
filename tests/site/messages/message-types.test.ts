// The types of messages are those of the English file: `npm run messages` writes them anew, this finds that somebody forgot.
import { expect, test } from 'vitest';
import english from '../../../src/site/messages/en.json' with { type: 'json' };
import { printTypes } from './print-types.ts';

test('message-types.ts is what printTypes makes of en.json', async () => {
  await expect(printTypes(english)).toMatchFileSnapshot('../../../src/site/messages/message-types.ts');
});

test('printTypes of texts, parameters, plurals and selects', () => {
  const types = printTypes({
    frame: { title: 'Title', 'a-b': 'Of {whole}', count: '{n, plural, one {{n} card} other {{n} cards}}' },
    who: '{kind, select, city {The city} other {Others}} of {place}',
  });
  expect(types).toContain(`export interface WrittenMessages {
  readonly frame: {
    readonly title: string;
    readonly 'a-b': Message<{ readonly whole: Piece }>;
    readonly count: Message<{ readonly n: Count }>;
  };
  readonly who: Message<{ readonly kind: 'city' | 'other'; readonly place: Piece }>;
}
`);
});
