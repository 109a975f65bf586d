/** Which keys a schema knows at a path of a value. */
import type { z } from 'astro/zod';

/** Parts of the kinds of schema that our schemas are made of. */
interface Parts {
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}

/** Keys of the object at `path`; none where the schema has no object there. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const at = path.reduce<Parts | undefined>((parts, step) => {
    const next = parts?.shape?.[String(step)] ?? parts?.element ?? parts?.valueType;
    return next && partsOf(next);
  }, partsOf(schema));
  return Object.keys(at?.shape ?? {});
}

/** Without what makes it optional or gives it a default. */
function partsOf(schema: z.core.$ZodType): Parts {
  const parts = schema._zod.def as Parts;
  return parts.innerType === undefined ? parts : partsOf(parts.innerType);
}
