// Serves the built site on this machine, on port 4321 or the next free one.
import { createServer } from 'node:net';
import { preview } from 'astro';

const FIRST_PORT = 4321;
const HOST = '127.0.0.1';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(port, HOST);
  });

const findFreePort = async (port: number): Promise<number> =>
  (await isFree(port)) ? port : findFreePort(port + 1);

const port = await findFreePort(FIRST_PORT);
await preview({ server: { port, host: HOST }, logLevel: 'error' });
console.log(`Daylight is at http://localhost:${port}/ (Ctrl+C stops it)`);
