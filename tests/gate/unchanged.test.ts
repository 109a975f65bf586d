// Files that an earlier build left and checked are not read again; what they lead to is looked up.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/gate/check-files.ts';
import { unchangedFiles } from '../../src/gate/unchanged.ts';
import { AGAINST, HTML, MANIFEST, PAGE, siteWith } from './fixture.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const PLANTED = HTML.replace('<p id="lead">', '<p id="lead">77 ');

test('unchangedFiles: all that the hashes name, or nothing where one of them is another', () => {
  const files = siteWith({});
  const sums = { [PAGE]: hashOf(HTML) };
  expect([...unchangedFiles(JSON.stringify(sums), files)]).toEqual([PAGE]);
  for (const other of [
    { ...sums, [PAGE]: hashOf(PLANTED) },
    { ...sums, 'en/gone/index.html': hashOf('') },
  ])
    expect([...unchangedFiles(JSON.stringify(other), files)]).toEqual([]);
});

test('checkFiles reads every file but those that are unchanged', () => {
  const whysOf = (html: string, unchanged: readonly string[]) =>
    checkFiles(siteWith({ html }), { ...AGAINST, unchanged: new Set(unchanged) }).map(({ what }) => what);
  expect(whysOf(PLANTED, [])).toEqual(['77']);
  expect(whysOf(PLANTED, ['en/other/index.html'])).toEqual(['77']);
  expect(whysOf(PLANTED, [PAGE, MANIFEST])).toEqual([]);
});

test('checkFiles finds in an unchanged page an address at which there is nothing any more', () => {
  const html = HTML.replace('</main>', '<p><a href="/en/small-town/areas/#all">Areas</a></p></main>');
  const found = checkFiles(siteWith({ html }), { ...AGAINST, unchanged: new Set([PAGE, MANIFEST]) });
  expect(found).toEqual([
    {
      file: PAGE,
      where: '',
      what: '/en/small-town/areas/#all',
      why: 'There is nothing at this address any more.',
    },
  ]);
});
