// The types of messages are those of the files: `npm run messages` writes them anew, this finds that somebody forgot.
import { expect, test } from 'vitest';
import { printTypes } from './print-types.ts';
import { codes, writtenIn } from './written.ts';

test('message-types.ts is what printTypes makes of the files', async () => {
  const others = codes.filter((code) => code !== 'en').map(writtenIn);
  await expect(printTypes(writtenIn('en'), others)).toMatchFileSnapshot(
    '../../../src/site/messages/message-types.ts',
  );
});

test('printTypes of texts, parameters, plurals and selects', () => {
  const types = printTypes(
    {
      frame: { title: 'Title', 'a-b': 'Of {whole}', count: '{n, plural, one {{n} card} other {{n} cards}}' },
      who: '{kind, select, city {The city} other {Others}} of {place}',
    },
    [{ frame: { title: 'Titel', 'a-b': '{n, plural, other {{n}}} {whole}', count: '{n}' }, who: '{kind}' }],
  );
  expect(types).toContain(`export interface Messages {
  readonly frame: {
    readonly title: string;
    readonly 'a-b': Message<{ readonly whole: Piece; readonly n: Count }>;
    readonly count: Message<{ readonly n: Count }>;
  };
  readonly who: Message<{ readonly kind: 'city' | 'other'; readonly place: Piece }>;
}
`);
});
