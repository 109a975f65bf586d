import { expect, test } from 'vitest';
import { loadRasterizer } from '../../src/raster/rasterize.ts';

const drawing = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" font-family="sans-serif"><text x="4" y="24">${text}</text></svg>`;

test('rasterize gives a PNG that is one and a half times as large, the same every time', async () => {
  const rasterize = await loadRasterizer();
  const picture = Buffer.from(rasterize(drawing('Cards'), 'en'));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([120, 60]);
  expect(picture.equals(rasterize(drawing('Cards'), 'en'))).toBe(true);
});

test('rasterize has letters for every language that it is asked for', async () => {
  const rasterize = await loadRasterizer();
  const differ = (one: string, other: string, language: string) =>
    !Buffer.from(rasterize(drawing(one), language)).equals(rasterize(drawing(other), language));
  // What has no glyph is drawn as the same box.
  expect(differ('ż', 'ł', 'pl')).toBe(true);
  expect(differ('م', 'ب', 'ar')).toBe(true);
  expect(differ('隐', '藏', 'zh-Hans')).toBe(true);
  expect(differ('م', 'ب', 'en')).toBe(false);
});

test('rasterize of what is no drawing throws', async () => {
  const rasterize = await loadRasterizer();
  expect(() => rasterize('cards', 'en')).toThrow();
});

test('rasterize of a character that its font blots throws, and names it', async () => {
  const rasterize = await loadRasterizer();
  expect(() => rasterize(drawing('撤回'), 'zh-Hans')).toThrow('回');
});
