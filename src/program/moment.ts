/** How papers of a program write a day, a month, or either of these or a year. */
import { z } from 'astro/zod';
import { monthNumber } from './period.ts';

/** `2025-04-01`. */
export const daySchema = z.iso.date();

/** `2025-04`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM');

/** `2025-04-01`, `2025-04` or `2025`. */
export const momentSchema = z
  .string()
  .refine(
    (value) =>
      /^\d{4}$/.test(value) || monthNumber(value) !== undefined || daySchema.safeParse(value).success,
    'must be a day, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY',
  );
