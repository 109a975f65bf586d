/**
 * `sources.json`, beside the tallies: where in a database, or in which files, each measure is counted. Per measure a table, view or file, the
 * column of the day (or of the period), a column or an expression per dimension, and which of its values is which code.
 */
import { basename, extname } from 'node:path';
import { z } from 'astro/zod';
import type { Measure, Program } from '../../program/program.ts';
import { accept, type Checked, type Problem, refuse } from '../../reading/problem.ts';
import { readWritten } from '../../reading/written-json.ts';
import { FILE_ENDINGS, IN_FILES } from './engine.ts';

export const SOURCES_FILE = 'sources.json';

const text = z.string().min(1);
/** A column by its name, or an expression. */
const part = z.union([text, z.strictObject({ sql: text })]);

const sourceSchema = z.strictObject({
  /** `cards`, or `clerk.cards`: a table or view. Of DuckDB a file, from the folder of `sources.json`. */
  from: text,
  /** Which rows count: an expression. */
  where: text.optional(),
  /** The day on which a thing was counted; or a column that has periods as codes already. */
  period: z.union([z.strictObject({ day: part }), z.strictObject({ code: part })]),
  /** Per dimension of the measure. */
  dimensions: z.record(text, part).default({}),
  /** Per dimension: values of the column, and the code that each stands for. */
  codes: z.record(text, z.record(z.string(), text)).default({}),
  /** Where the measure has people behind its counts: who is behind a row. */
  person: part.optional(),
});

export const databaseSchema = z
  .string()
  .regex(/^(postgres(ql)?:\/\/|duckdb$)/, 'must begin with postgres://, or be duckdb');

const sourcesSchema = z.strictObject({
  /** `postgres://daylight@db.example.org/cards`, without a password; or `duckdb`, which reads files. */
  database: databaseSchema,
  /** Seconds that a query may take. */
  timeoutSeconds: z.number().int().min(1).max(86_400).default(300),
  measures: z.record(text, sourceSchema),
});

export type Part = z.infer<typeof part>;
export type Source = z.infer<typeof sourceSchema>;
export type Sources = z.infer<typeof sourcesSchema>;

/** Reads and checks the file against the program. `file` only names the place in problems. */
export function parseSources(json: string, file: string, program: Program): Checked<Sources> {
  const written = readWritten(json, file, sourcesSchema, 'docs/formats.md lists the keys ("sources.json").');
  if (!written.ok) return written;
  const { value, place } = written.value;
  const problems = [
    ...passwordProblems(value, file),
    ...Object.entries(value.measures).flatMap(([id, source]) => {
      const measure = program.measures.find((one) => one.id === id);
      return measure === undefined
        ? [
            problem(
              file,
              `measures.${id}`,
              'unknown-measure',
              'The program has no such measure.',
              'Declare it in program.json, or take it out here.',
            ),
          ]
        : [...sourceProblems(measure, source, file), ...fileProblems(value, id, program, file)];
    }),
  ];
  return problems.length > 0 ? refuse(problems.map(place)) : accept(value);
}

function problem(file: string, column: string, code: string, message: string, fix: string): Problem {
  return { file, line: 0, column, code, message, fix };
}

/** A file that DuckDB reads, and that is none of the tallies that are written beside it. */
function fileProblems(
  { database, measures }: Sources,
  id: string,
  program: Program,
  file: string,
): Problem[] {
  const from = measures[id]?.from ?? missing(id);
  if (database !== IN_FILES) return [];
  const at = `measures.${id}.from`;
  const isTally = program.measures.some((measure) => basename(from) === `${measure.id}.csv`);
  return [
    ...(FILE_ENDINGS.includes(extname(from))
      ? []
      : [
          problem(
            file,
            at,
            'file-ending',
            'The file is of no kind that is read.',
            `Name one that ends in ${FILE_ENDINGS.join(', ')}.`,
          ),
        ]),
    ...(isTally
      ? [
          problem(
            file,
            at,
            'own-tally',
            'The file is named as the tally is that would be written.',
            'Give it another name.',
          ),
        ]
      : []),
  ];
}

function missing(id: string): never {
  throw new Error(`internal error: no source of "${id}"`);
}

function passwordProblems({ database }: Sources, file: string): Problem[] {
  if (database === IN_FILES) return [];
  const url = URL.parse(database);
  if (url !== null && url.password === '' && !url.searchParams.has('password')) return [];
  const fix = 'Write it without. A password comes from PGPASSWORD in the environment, or from ~/.pgpass.';
  return [problem(file, 'database', 'password', 'The address has a password in it, or is no address.', fix)];
}

/** Every dimension has its column, and no other is named. */
function sourceProblems({ id, dimensions, people }: Measure, source: Source, file: string): Problem[] {
  const at = `measures.${id}`;
  const named = Object.keys(source.dimensions);
  return [
    ...dimensions
      .filter((one) => !named.includes(one))
      .map((one) =>
        problem(
          file,
          at,
          'missing-dimension',
          `Nothing says which column has dimension "${one}".`,
          'Name it under "dimensions".',
        ),
      ),
    ...[...named, ...Object.keys(source.codes)]
      .filter((one) => !dimensions.includes(one))
      .map((one) =>
        problem(
          file,
          `${at}.dimensions`,
          'unknown-dimension',
          `The measure has no dimension "${one}".`,
          'Take it out, or declare it in program.json.',
        ),
      ),
    ...(people === (source.person !== undefined)
      ? []
      : [
          problem(
            file,
            at,
            'person',
            'Either the measure has people behind its counts, or nothing says who they are: both or neither.',
            'Say "people": true of the measure in program.json, and "person" here; or leave both out.',
          ),
        ]),
  ];
}
