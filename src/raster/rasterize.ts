/**
 * SVG text to PNG bytes, the same on every machine: resvg (WebAssembly) with the fonts that come as packages,
 * never with those of the machine. The only importer of resvg.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { keepPictures, type Rasterize } from './kept-pictures.ts';

const LATIN = ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/700Bold/NotoSans_700Bold.ttf'];
/** Fonts of languages that are not written in Latin letters. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  ],
  'zh-Hans': ['zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf'],
};
/** ZCOOL XiaoWei fills the inside of this one. */
const BLOTTED: Readonly<Record<string, RegExp>> = { 'zh-Hans': /回/u };
/** Pixels per unit of the picture: sharp on dense screens. */
const ZOOM = 1.5;

const { resolve } = createRequire(import.meta.url);

let loading: Promise<Rasterize> | undefined;

/** Loads the renderer and its fonts once per process. A build names a folder of pictures that this code has drawn (`kept-pictures.ts`). */
export function loadRasterizer(): Promise<Rasterize> {
  loading ??= load(process.env.DAYLIGHT_PICTURES);
  return loading;
}

async function load(kept: string | undefined): Promise<Rasterize> {
  const [wasm, latin, others] = await Promise.all([
    readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    readFonts(LATIN),
    Promise.all(
      Object.entries(OTHERS).map(async ([language, names]) => [language, await readFonts(names)] as const),
    ),
  ]);
  await initWasm(wasm);
  const fonts = new Map(others);
  const draw: Rasterize = (svg, language) => {
    const blot = BLOTTED[language]?.exec(svg);
    if (blot)
      throw new Error(
        `The font of pictures draws ${blot[0]} as a block: another word is needed in ${language}.`,
      );
    const fontBuffers = [...latin, ...(fonts.get(language) ?? [])];
    const font = { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' };
    const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } });
    const image = drawing.render();
    const bytes = image.asPng();
    image.free();
    drawing.free();
    return bytes;
  };
  if (!kept) return draw;
  return keepPictures(draw, kept, hashOf([wasm, ...latin, ...others.flatMap(([, own]) => own)]));
}

function hashOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function readFonts(paths: readonly string[]): Promise<Uint8Array[]> {
  return Promise.all(paths.map((path) => readFile(resolve(`@expo-google-fonts/${path}`))));
}
