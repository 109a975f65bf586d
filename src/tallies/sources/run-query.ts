/**
 * Runs the query of a measure on a PostgreSQL server: in a read-only transaction that sees one state of the data, under a
 * time-out, as one statement. What the server says in words stays unsaid, since it may quote a row: faults go by their SQLSTATE.
 */
import pg from 'pg';
import type { Fault } from '../../reading/problem.ts';
import { type Groups, groupsOf } from './group-limits.ts';
import type { Query } from './write-query.ts';

export interface Database {
  /** Without a password: that is looked for in PGPASSWORD and in ~/.pgpass. */
  readonly address: string;
  readonly timeoutSeconds: number;
}

export async function runQuery({ address, timeoutSeconds }: Database, query: Query): Promise<Groups | Fault> {
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: 15_000,
    types: { getTypeParser: () => (text: unknown) => text },
  });
  // A connection that breaks between two queries is told by the next one.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`set statement_timeout = ${timeoutSeconds * 1000}`);
    return await readOnly(client, async () => {
      return groupsOf(await ask(client, query.sql), query.dimensions.length);
    });
  } catch (error) {
    return faultOf(error, timeoutSeconds);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Nothing that is asked can change the data. */
async function readOnly<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    return await work();
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}

/** One statement: with two the server refuses. */
async function ask(client: pg.Client, text: string): Promise<Groups> {
  const single = { text, rowMode: 'array', queryMode: 'extended' } as pg.QueryArrayConfig;
  const { rows } = await client.query<(string | null)[]>(single);
  return rows;
}

/** By SQLSTATE or the name of the fault of the network. */
const FAULTS: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  '28P01': [
    'The server refused the name or the password.',
    'Set PGPASSWORD, or put the password into ~/.pgpass (mode 0600).',
  ],
  '28000': [
    'The server refused the name.',
    'See that this name may connect, from this machine, to this database.',
  ],
  '3D000': ['The server has no such database.', 'Correct the address in sources.json.'],
  '42P01': [
    'There is no such table or view.',
    'Correct "from" in sources.json; a schema stands before it with a dot.',
  ],
  '42703': ['A column is not there.', 'See which columns of the table sources.json names.'],
  '42501': ['The name may not read this table.', 'Grant it SELECT on the table or view, and nothing else.'],
  '42601': [
    'An expression is not SQL.',
    'See what --print-sql prints, and mend the expression in sources.json.',
  ],
  '42804': [
    'A column is of another type than its use.',
    'See what --print-sql prints; "day" must be a date or a time.',
  ],
  '42883': [
    'A column is of another type than its use.',
    'See what --print-sql prints; "day" must be a date or a time.',
  ],
  '25006': ['An expression tries to change something.', 'Take it out: only reading is allowed.'],
  '57014': [
    'The query took too long and was stopped.',
    'Raise "timeoutSeconds" in sources.json, or ask for an index.',
  ],
  ECONNREFUSED: [
    'Nothing answers at this address.',
    'See that the server runs, and that the address in sources.json is right.',
  ],
  ENOTFOUND: ['The name of the server is not known.', 'Correct the address in sources.json.'],
};

function faultOf(error: unknown, timeoutSeconds: number): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [message, fix] = FAULTS[code] ?? [
    `The connection or the query failed${code === '' ? '' : ` (${code})`}.`,
    `Try what --print-sql prints in psql. A connection that breaks, or takes more than 15 s to open, ends the same way; a query may take ${timeoutSeconds} s.`,
  ];
  return { code: 'database', message, fix };
}
