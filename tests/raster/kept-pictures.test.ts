// Pictures are drawn once: whoever keeps them has the same bytes as whoever draws them again.
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropUnused, keepPictures, pictureFolder } from '../../src/raster/kept-pictures.ts';

let cache: string;
let drawn: string[];
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'daylight-pictures-'));
  drawn = [];
});
afterEach(() => rmSync(cache, { recursive: true }));

const draw = (svg: string, language: string): Uint8Array => {
  drawn.push(`${svg} ${language}`);
  return new TextEncoder().encode(`picture of ${svg} in ${language}`);
};

test('keepPictures draws each drawing once per language and per what it is drawn with', () => {
  const [first, second] = [keepPictures(draw, cache, 'fonts'), keepPictures(draw, cache, 'fonts')];
  expect(first('<a/>', 'en')).toEqual(draw('<a/>', 'en'));
  drawn = [];
  expect(second('<a/>', 'en')).toEqual(new TextEncoder().encode('picture of <a/> in en'));
  expect(drawn).toEqual([]);
  second('<a/>', 'ar');
  second('<b/>', 'en');
  keepPictures(draw, cache, 'other fonts')('<a/>', 'en');
  expect(drawn).toEqual(['<a/> ar', '<b/> en', '<a/> en']);
});

test('keepPictures draws again what was changed, cut or is no picture', () => {
  const keep = keepPictures(draw, cache, 'fonts');
  const picture = keep('<a/>', 'en');
  const file = join(cache, String(readdirSync(cache)[0]));
  const whole = readFileSync(file);
  for (const spoilt of [whole.with(-1, 0), whole.subarray(0, -1), whole.subarray(0, 10), Buffer.alloc(0)]) {
    writeFileSync(file, spoilt);
    expect(keep('<a/>', 'en')).toEqual(picture);
  }
  expect(readFileSync(file)).toEqual(whole);
});

test('keepPictures keeps nothing of a drawing that cannot be drawn', () => {
  const keep = keepPictures(
    () => {
      throw new Error('no drawing');
    },
    cache,
    'fonts',
  );
  expect(() => keep('<a', 'en')).toThrow('no drawing');
  expect(readdirSync(cache)).toEqual([]);
});

test('dropUnused takes away what was used by no build since, and pictureFolder what another code drew', () => {
  const folder = pictureFolder(cache, 'code');
  const keep = keepPictures(draw, folder, 'fonts');
  keep('<a/>', 'en');
  keep('<b/>', 'en');
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
  keep('<a/>', 'en');
  dropUnused(folder, 2000);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(readdirSync(pictureFolder(cache, 'other code'))).toEqual([]);
  expect(readdirSync(cache)).toHaveLength(1);
});
