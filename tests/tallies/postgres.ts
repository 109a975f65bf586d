// A real PostgreSQL (PGlite) behind a socket, as a server is.
import { createServer, type Server, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

export interface Postgres {
  readonly address: string;
  readonly exec: (sql: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export async function openPostgres(): Promise<Postgres> {
  const database = await PGlite.create();
  const server = await serve(async (socket, data) => {
    const answer = await database.execProtocolRaw(data);
    if (answer.length > 0) socket.write(answer);
  });
  return {
    address: addressOf(server),
    exec: (sql) => database.exec(sql),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

/** What a client sends goes to `take` piece by piece, in its order. */
export function serve(take: (socket: Socket, data: Buffer) => Promise<void> | void): Promise<Server> {
  const server = createServer((socket) => {
    let last = Promise.resolve();
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      last = last.then(() => take(socket, data));
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('internal error: no port');
  return `postgres://postgres@127.0.0.1:${address.port}/postgres`;
}
