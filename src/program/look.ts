/** A city's own name, sign and colour for a site of its program alone. */
import { z } from 'astro/zod';
import { contrast } from './contrast.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour, #rrggbb in small letters');

/** Grounds that text stands on, by day and by night, as in the style sheet. */
export const GROUNDS = { day: ['#fdfcf8', '#f4f1e8'], night: ['#11181f', '#1a232c'] } as const;

/** Of text on its ground: WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;

const readable = (grounds: readonly string[]) =>
  colour.refine((value) => grounds.every((ground) => contrast(value, ground) >= LEAST_CONTRAST), {
    message: `must have a contrast of ${LEAST_CONTRAST} against ${grounds.join(' and ')}, so that everybody can read it`,
  });

export const lookSchema = z.strictObject({
  /** In the head of every page, in place of Daylight's. */
  name: z
    .string()
    .min(1)
    .regex(/^\P{N}*$/u, 'must be without digits, which only figures have')
    .optional(),
  /** Whether `logo.svg` lies beside this file: stands before the name. */
  logo: z.boolean().default(false),
  /** Of links and headings, by day and by night. */
  colour: z.strictObject({ day: readable(GROUNDS.day), night: readable(GROUNDS.night) }).optional(),
});
export type Look = z.infer<typeof lookSchema>;

/** Why a drawing can be no logo; undefined where it can. A picture runs nothing and asks for nothing. */
export function logoFault(svg: string): string | undefined {
  if (!/<svg[\s>]/.test(svg)) return 'It is no SVG drawing.';
  if (/<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY|&#/i.test(svg))
    return 'It holds something that could run.';
  if (/(?:href|src)\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import/i.test(svg))
    return 'It asks for another file.';
  return undefined;
}
