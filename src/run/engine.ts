/** The name and version of this program, as `package.json` states it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { shippedPlaces } from './places.ts';

export const { version: ENGINE_VERSION } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(shippedPlaces.repository, 'package.json'), 'utf8')));

export const ENGINE = `daylight ${ENGINE_VERSION}`;
