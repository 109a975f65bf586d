/**
 * The text of a PDF as Chromium prints it, run by run: glyphs by number, and beside each font a table of the characters that
 * they stand for (ISO 32000-2, section 9.10.3).
 */
import { inflateSync } from 'node:zlib';

/** Of one font, by the number of the glyph: four hexadecimal digits. */
type Characters = ReadonlyMap<string, string>;

/** One text per run: a line, or the part of a line that is in one font. A ligature is the character of its glyph. */
export function textsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const objects = new Map(
    [...text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id = '', body = '']) => [id, body]),
  );
  const fonts = new Map(
    [...text.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      charactersOf(objects, id),
    ]),
  );
  return [...objects.values()].flatMap((object) =>
    [...streamOf(object).matchAll(/^BT\n([\s\S]*?)^ET$/gm)].map(([, run = '']) => spell(run, fonts)),
  );
}

/** What an object holds beside its entries, as it is read; nothing where it holds entries alone. */
function streamOf(object: string): string {
  const [entries = '', ...rest] = object.split('stream\n');
  const length = Number(/\/Length (\d+)/.exec(entries)?.[1]);
  if (rest.length === 0 || !entries.includes('/FlateDecode')) return '';
  return inflateSync(Buffer.from(rest.join('stream\n').slice(0, length), 'latin1')).toString('latin1');
}

/** `<glyph> <character>` and `<first glyph> <last glyph> <first character>`. */
function charactersOf(objects: ReadonlyMap<string, string>, font: string): Characters {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '';
  const lines = streamOf(objects.get(table) ?? '').matchAll(
    /^<([0-9A-F]{4})> (?:<([0-9A-F]{4})> )?<([0-9A-F]{4})>$/gm,
  );
  return new Map(
    [...lines].flatMap(([, first = '', last = first, character = '']) => {
      const [from, to, code] = [first, last, character].map((digits) => Number.parseInt(digits, 16));
      const count = (to ?? 0) - (from ?? 0) + 1;
      return Array.from({ length: count }, (_, at) => [
        ((from ?? 0) + at).toString(16).toUpperCase().padStart(4, '0'),
        String.fromCharCode((code ?? 0) + at),
      ]);
    }),
  );
}

/** `/F11 12 Tf` chooses a font, `<00270044> Tj` draws glyphs. */
function spell(run: string, fonts: ReadonlyMap<string, Characters>): string {
  let font: Characters = new Map();
  let spelled = '';
  for (const [, name, glyphs = ''] of run.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    font = fonts.get(name ?? '') ?? font;
    spelled += (glyphs.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '\uFFFD').join('');
  }
  return spelled;
}
