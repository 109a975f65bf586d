/**
 * `npm run template -- <program> --out DIR`: a blank CSV file, its header alone, for every input of a program:
 * tallies, docket and record. Nothing that stands there already is written over.
 */
import { dirname, join } from 'node:path';
import type { Program } from '../../program/program.ts';
import { formatCsv } from '../../reading/csv.ts';
import { recordColumns } from '../../record/read-record.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { type BlankFile, blankFiles } from '../new/blank-files.ts';
import { isInside, type Places, shippedPlaces } from '../places.ts';
import { readProgram } from '../read-program.ts';
import { areTalliesOpen } from '../stray-tallies.ts';

export function templateCommand(
  args: readonly string[],
  effects: Effects,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(
    async () => {
      const { id, out } = parse(args);
      const { program } = await readProgram(id, places);
      await refuseInside(program, out, places);
      const files = templatesOf(program);
      await refuseExisting(out, files, effects);
      for (const { path, columns } of files) {
        const file = join(out, path);
        await effects.disk.makeFolder(dirname(file));
        await effects.disk.writeNewFile(file, formatCsv({ header: columns, rows: [] }));
        effects.print(`Wrote ${file}.`);
      }
      return 0;
    },
    'template',
    effects,
  );
}

function parse(args: readonly string[]): { id: string; out: string } {
  const { values, positionals } = readArgs(args, { out: { type: 'string' } });
  const [id, ...surplus] = positionals;
  if (id === undefined || surplus.length > 0 || values.out === undefined)
    throw new UsageError('Name one program, and with --out the folder to write to.');
  return { id, out: values.out };
}

/** Every file that goes in. */
function templatesOf(program: Program): BlankFile[] {
  return [
    ...blankFiles(program),
    ...recordColumns().map(([file, columns]) => ({ path: `record/${file}`, columns })),
  ];
}

/** Whoever finds a blank tally there fills it there. */
async function refuseInside(program: Program, out: string, { repository }: Places): Promise<void> {
  if (program.tallies === 'none' || areTalliesOpen(program) || !(await isInside(out, repository))) return;
  throw new RefusedError(
    'tallies-place',
    `${out} lies inside the repository, where filled tallies could be published by accident. Name a folder outside of it, and move record/ alone to the folder of the program.`,
  );
}

async function refuseExisting(out: string, files: readonly BlankFile[], { disk }: Effects): Promise<void> {
  for (const { path } of files) {
    const file = join(out, path);
    const names = await disk.list(dirname(file));
    if (names.some((name) => join(dirname(file), name) === file))
      throw new RefusedError(
        'exists',
        `${file} exists and is not written over. Choose another folder with --out.`,
      );
  }
}
