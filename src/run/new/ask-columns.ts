/** What a column is that is headed as the office likes: a known dimension, if the person says so, or one of its own. */
import { foldName } from '../../input/columns.ts';
import { KNOWN_DIMENSIONS } from '../../program/known-dimensions.ts';
import { accept, type Checked, type Problem, refuse } from '../../reading/problem.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Ask } from './ask-answers.ts';
import { nearDimensions } from './near-dimension.ts';
import { idOf, isAlike, type Scanned, tallyDimensions } from './tally-codes.ts';

/** With the columns that are a known dimension under another name as such. It keeps their name, by which `release` finds them. */
export async function askColumns(ask: Ask, scanned: Scanned): Promise<Scanned> {
  const taken = new Map<string, string>();
  for (const { title, id, known } of nearDimensions(scanned)) {
    // A dimension has one label: no second column can be found by it.
    if ([...taken.values()].includes(known)) continue;
    const label = KNOWN_DIMENSIONS[known] ?? known;
    const is = await ask.choose(
      `Is the column "${title}" the "${label}"? Pages have charts and sentences of their own for that.`,
      {
        yes: `yes, it is "${label}"`,
        no: 'no, it is something else',
      },
    );
    if (is === 'yes') taken.set(id, known);
  }
  const named = withKnown(scanned, taken);
  for (const twin of twinColumns(named)) await askTwin(ask, twin);
  return named;
}

/** Two columns that are to be one dimension have to be headed alike: a dimension is found by one name. */
async function askTwin(ask: Ask, twin: TwinColumns): Promise<void> {
  const is = await ask.choose(`${twinLine(twin)} Are both the same?`, {
    yes: 'yes: stop here, one of them is to be headed like the other',
    no: 'no, each is a dimension of its own',
  });
  if (is === 'yes')
    throw new RefusedError(
      'input',
      `Head the column "${twin.other.title}" of ${twin.other.file} "${twin.title}" too, then call this command again.`,
    );
}

/** `columns` of the answers say so, by headings. Throws `RefusedError` where no column is headed so, or two are to be one dimension. */
export function nameColumns(
  scanned: Scanned,
  columns: Readonly<Record<string, string>>,
  file: string,
): Checked<Scanned> {
  const titles = tallyDimensions(scanned);
  const problem = (column: string, code: string, message: string, fix: string): Problem => ({
    file,
    line: 0,
    column: `columns.${column}`,
    code,
    message,
    fix,
  });
  const known = Object.values(columns);
  const ids = Object.entries(columns).map(([title, to]): [string, string | undefined, string] => [
    title,
    titles.find(({ label }) => foldName(label) === foldName(title))?.id,
    to,
  ]);
  const problems = ids.flatMap(([title, id, to]) => {
    if (id === undefined)
      return [
        problem(
          title,
          'no-column',
          'No tally has a column of this heading.',
          'Write the heading as it stands in the tally.',
        ),
      ];
    const isTaken =
      known.filter((one) => one === to).length > 1 || titles.some((one) => one.id === to && one.id !== id);
    return isTaken
      ? [
          problem(
            title,
            'two-columns',
            `Another column is "${to}" too.`,
            'Head both columns alike in the tallies: a dimension is found by one name.',
          ),
        ]
      : [];
  });
  if (problems.length > 0) return refuse(problems);
  return accept(
    withKnown(scanned, new Map(ids.flatMap(([, id, to]) => (id === undefined ? [] : [[id, to] as const])))),
  );
}

/** By the ids that columns have so far, what they are. */
function withKnown(scanned: Scanned, taken: ReadonlyMap<string, string>): Scanned {
  return new Map(
    [...scanned].map(([measure, table]) => {
      const dimensions = table.dimensions.map((one) => ({ ...one, known: taken.get(idOf(one)) }));
      return [measure, { ...table, dimensions }];
    }),
  );
}

/** Two columns of different tallies that have the same codes under different headings. */
interface TwinColumns {
  readonly title: string;
  readonly file: string;
  readonly other: { readonly title: string; readonly file: string };
}

/** So many codes make it likely that it is no accident, and so many of those of the shorter list are the same. */
const FEWEST_CODES = 3;
const SAME_SHARE = 0.8;

function twinColumns(scanned: Scanned): TwinColumns[] {
  const columns = [...scanned.values()].flatMap(({ file, dimensions }) =>
    dimensions.map((one) => ({
      file,
      title: one.title,
      id: idOf(one),
      texts: one.labels.map(({ text }) => text),
    })),
  );
  const found = columns.flatMap((one, at) =>
    columns.slice(at + 1).flatMap((other): TwinColumns[] => {
      // What stands in one table beside the other tells something else apart.
      const areApart = one.file !== other.file && one.id !== other.id;
      const stands = [...scanned.values()].some(({ dimensions }) =>
        [one.id, other.id].every((id) => dimensions.some((dimension) => idOf(dimension) === id)),
      );
      return areApart && !stands && haveSameCodes(one.texts, other.texts) ? [{ ...one, other }] : [];
    }),
  );
  return found.filter(
    (twin, at) =>
      found.findIndex(({ title, other }) => title === twin.title && other.title === twin.other.title) === at,
  );
}

function haveSameCodes(one: readonly string[], other: readonly string[]): boolean {
  const same = one.filter((text) => other.some((known) => isAlike(known, text))).length;
  const fewest = Math.min(one.length, other.length);
  return fewest >= FEWEST_CODES && same >= SAME_SHARE * fewest;
}

const twinLine = ({ title, file, other }: TwinColumns): string =>
  `The column "${other.title}" of ${other.file} has the codes of the column "${title}" of ${file}.`;

/** Which columns became dimensions that pages know nothing of. */
export function columnLines(scanned: Scanned): string[] {
  const near = nearDimensions(scanned);
  const own = tallyDimensions(scanned).filter(({ id }) => !(id in KNOWN_DIMENSIONS));
  const lines = own.map(({ id, label }) => {
    const known = near.find((one) => one.id === id)?.known;
    const hint =
      known === undefined
        ? 'Pages have tables and charts of it, and know nothing more of it.'
        : `If it is "${KNOWN_DIMENSIONS[known]}", head the column so (or "${known}"), or say "columns": {"${label}": "${known}"} in the answers; then remove the folder of the program and begin again. Pages have charts and sentences of their own for that.`;
    return `The column "${label}" is a dimension of its own, "${id}". ${hint}`;
  });
  const twins = twinColumns(scanned).map(
    (twin) =>
      `${twinLine(twin)} If both are the same, head them alike, remove the folder of the program and begin again.`,
  );
  return [...lines, ...twins];
}
