/** A signer as `program.json` lists it. What reads no papers knows the type alone (`signer.ts`). */
import { z } from 'astro/zod';
import { parseKeyLine } from '../signatures/ssh-key.ts';
import { releaseEnd } from './period.ts';

const release = z
  .string()
  .refine((id) => releaseEnd(id) !== undefined, 'must be the id of a release, such as 2025-Q2');

export const signerSchema = z.strictObject({
  /** The name of its file in a release and in `allowed_signers`: `clerk-2025`. A new key has a new one. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be small letters, digits and dashes'),
  /** The office, the library, the newsroom: never a person. */
  name: z.string().min(1),
  /** `office` made the releases; `witness` looked at what was published. */
  as: z.enum(['office', 'witness']),
  /** As it stands in the `.pub` file, without the remark at its end. */
  key: z
    .string()
    .refine(
      (line) => parseKeyLine(line) !== undefined,
      'must be a public key as it stands in the .pub file, without the remark at its end: "ssh-ed25519 AAAA..." or "sk-ssh-ed25519@openssh.com AAAA..."',
    ),
  /** The first release that it signs. */
  from: release,
  /** The last one. */
  until: release.optional(),
  /** The key came into other hands: nothing that it signed is taken for signed any more, and readers are told. */
  revoked: z.strictObject({ on: z.iso.date(), why: z.string().min(1) }).optional(),
});
