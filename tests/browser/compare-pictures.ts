/** Two pictures of the same thing: how far apart they are, and where. Smaller than a reader notices is no difference. */
import sharp from 'sharp';

/** Steps of 255 by which a colour may differ: the edges of letters, and the palette of the picture that is kept. */
const TOLERANCE = 64;
/** Share of the pixels that may differ by more: a figure that is another, but no line that is gone. */
const SHARE = 0.002;

export interface Comparison {
  readonly isSame: boolean;
  /** What differs, in words. */
  readonly why: string;
  /** The new picture, pale, with every pixel that differs in red; PNG. */
  readonly difference: Buffer;
}

export async function comparePictures(kept: Buffer, made: Buffer): Promise<Comparison> {
  const [before, now] = await Promise.all([readPixels(kept), readPixels(made)]);
  const size = `${now.width} × ${now.height}`;
  if (before.width !== now.width || before.height !== now.height)
    return {
      isSame: false,
      why: `${size} pixels instead of ${before.width} × ${before.height}`,
      difference: made,
    };
  const marked = Buffer.from(now.pixels.map((value) => 255 - Math.round((255 - value) / 4)));
  let different = 0;
  for (let at = 0; at < marked.length; at += 3)
    if (isFar(before.pixels, now.pixels, at)) {
      different += 1;
      marked.set([255, 0, 0], at);
    }
  const share = different / (marked.length / 3);
  return {
    isSame: share <= SHARE,
    why: `${(share * 100).toFixed(2)} % of the pixels differ`,
    difference: await sharp(marked, { raw: { width: now.width, height: now.height, channels: 3 } })
      .png()
      .toBuffer(),
  };
}

async function readPixels(file: Buffer) {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

function isFar(one: Buffer, other: Buffer, at: number): boolean {
  return [0, 1, 2].some((part) => Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)) > TOLERANCE);
}
