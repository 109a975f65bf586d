/** The constants with digits in them that pages may print: names of standards, forms and tools, nothing counted. */
export const LITERALS = [
  'CC BY 4.0',
  'RFC 4180',
  'SHA-256',
  'SHA256SUMS',
  'UTF-8',
  'sha256sum',
  'sha256sum -c SHA256SUMS',
  '404',
  // Sizes of a frame for an embedded chart.
  'width="100%" height="400"',
  'width="100%" height="600"',
  'width="100%" height="800"',
  'width="100%" height="1200"',
  // The band in which the law lets an office speak of orders that forbid to speak.
  '0 to 249',
  '0–249',
] as const;
