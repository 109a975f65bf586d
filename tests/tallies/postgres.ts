// A real PostgreSQL (PGlite) behind a socket, as a server is.
import { createServer, type Server, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

export interface Postgres {
  readonly address: string;
  readonly exec: (sql: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** One that has a password asks for it, as servers do that trust no machine. */
export async function openPostgres(password?: string): Promise<Postgres> {
  const database = await PGlite.create();
  const pass = async (socket: Socket, data: Buffer) => {
    const answer = await database.execProtocolRaw(data);
    if (answer.length > 0) socket.write(answer);
  };
  const server = await serve(password === undefined ? pass : asking(password, pass));
  return {
    address: addressOf(server),
    exec: (sql) => database.exec(sql),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

type Take = (socket: Socket, data: Buffer) => Promise<void> | void;

/** Holds back what a client begins with until it has said the password in plain text. */
function asking(password: string, pass: Take): Take {
  const begun = new Map<Socket, Buffer>();
  const admitted = new Set<Socket>();
  return (socket, data) => {
    if (admitted.has(socket)) return pass(socket, data);
    const first = begun.get(socket);
    if (first === undefined) {
      begun.set(socket, data);
      socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
      return;
    }
    const said = data.subarray(5, data.indexOf(0, 5)).toString();
    if (said !== password) {
      const fields = Buffer.from('SFATAL\0C28P01\0Mno\0\0');
      const head = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
      socket.end(Buffer.concat([head, fields]));
      return;
    }
    admitted.add(socket);
    return pass(socket, first);
  };
}

/** What a client sends goes to `take` piece by piece, in its order. */
export function serve(take: Take): Promise<Server> {
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
