/** What a column is that is headed as the office likes: a known dimension, if the person says so, or one of its own. */
import { KNOWN_DIMENSIONS } from '../../program/known-dimensions.ts';
import type { Ask } from './ask-answers.ts';
import { nearDimensions } from './near-dimension.ts';
import { idOf, type Scanned, tallyDimensions } from './tally-codes.ts';

/** With the columns that are a known dimension under another name as such. It keeps their name, by which `release` finds them. */
export async function askColumns(ask: Ask, scanned: Scanned): Promise<Scanned> {
  const taken = new Map<string, string>();
  for (const { title, id, known } of nearDimensions(scanned)) {
    // A dimension has one label: no second column can be found by it.
    if ([...taken.values()].includes(known)) continue;
    const label = KNOWN_DIMENSIONS[known] ?? known;
    const is = await ask.choose(
      `Is what the column "${title}" tells apart "${label}"? Pages know what that means.`,
      {
        yes: `yes, it is "${label}"`,
        no: 'no, it is something else',
      },
    );
    if (is === 'yes') taken.set(id, known);
  }
  return new Map(
    [...scanned].map(([measure, table]) => {
      const dimensions = table.dimensions.map((one) => ({ ...one, known: taken.get(idOf(one)) }));
      return [measure, { ...table, dimensions }];
    }),
  );
}

/** Which columns became dimensions that pages know nothing of. */
export function columnLines(scanned: Scanned): string[] {
  const near = nearDimensions(scanned);
  const own = tallyDimensions(scanned).filter(({ id }) => !(id in KNOWN_DIMENSIONS));
  return own.map(({ id, label }) => {
    const known = near.find((one) => one.id === id)?.known;
    const hint =
      known === undefined
        ? 'Pages have tables and charts of it, and know nothing more of it.'
        : `If it is "${KNOWN_DIMENSIONS[known]}", head the column so (or "${known}"), remove the folder of the program and begin again: pages know what that means.`;
    return `The column "${label}" is a dimension of its own, "${id}". ${hint}`;
  });
}
