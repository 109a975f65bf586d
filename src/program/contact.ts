/** Who answers: an office, with an address where it has one. */
import { z } from 'astro/zod';

export const contactSchema = z.strictObject({
  name: z.string().trim().min(1),
  url: z.url().optional(),
  email: z.email().optional(),
});
export type Contact = z.infer<typeof contactSchema>;
