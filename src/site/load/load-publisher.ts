/** `data/site.json`: who publishes this copy of the site and answers for it. Not every copy has one; pages say so. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { type Contact, contactSchema } from '../../program/contact.ts';
import { readWritten } from '../../reading/written-json.ts';
import { acceptedOf, DATA_FOLDER } from './data-folder.ts';

const siteSchema = z.strictObject({
  publisher: contactSchema.refine(
    ({ name }) => !/\p{N}/u.test(name),
    'must have a name without digits: every number on a page is a count or a figure with a source',
  ),
});

/** Undefined where there is no such file. Throws with every problem where there is one that cannot be shown. */
export async function loadPublisher(folder: string = DATA_FOLDER): Promise<Contact | undefined> {
  const file = join(folder, 'site.json');
  const json = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (json === undefined) return undefined;
  return acceptedOf(readWritten(json, file, siteSchema, 'docs/publisher.md explains the file.')).value
    .publisher;
}
