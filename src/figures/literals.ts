/** The constants with digits in them that pages may print: names of standards, forms and tools, nothing counted. */
import { FRAME_HEIGHTS } from './frame-heights.ts';

export const LITERALS: readonly string[] = [
  'CC BY 4.0',
  'RFC 4180',
  'SHA-256',
  'SHA256SUMS',
  'UTF-8',
  'sha256sum',
  'sha256sum -c SHA256SUMS',
  '404',
  // Sizes of a frame for an embedded chart.
  ...FRAME_HEIGHTS.map((height) => `width="100%" height="${height}"`),
  // The band in which the law lets an office speak of orders that forbid to speak.
  '0 to 249',
  '0–249',
];
