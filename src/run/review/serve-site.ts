/** Serves a built site on this machine alone, as any web server would: files as they are, `index.html` of folders, and the page for what is not there. */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

export interface SiteOptions {
  /** Or what says which folder it is now. */
  readonly dist: string | (() => string);
  /** The path below which the site stands, with slashes at both ends. */
  readonly base: string;
  /** The first port to try: where it is taken, the next. */
  readonly port: number;
  /** Sent with every file, as a server's owner may set them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent of a page in place of its text. */
  readonly page?: (html: string) => string;
  /** What stands at an address besides the files, by its path below the base. */
  readonly besides?: (path: string) => { readonly ending: string; readonly text: string } | undefined;
}

export interface ServedSite {
  /** With a slash at the end. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** By number: behind the name `localhost` another program may stand, at the same port of `::1`. */
const HOST = '127.0.0.1';
export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
};
/** `SHA256SUMS` and its like. */
const NO_ENDING = 'text/plain';

export async function serveSite({ port, ...given }: SiteOptions): Promise<ServedSite> {
  const { dist, base } = given;
  const site = { headers: {}, page: (html: string) => html, besides: () => undefined, ...given };
  const server = createServer((request, response) => {
    const folder = resolve(typeof dist === 'string' ? dist : dist());
    answer(request.url ?? '/', { ...site, dist: folder }, response).catch(() => {
      response.writeHead(500).end();
    });
  });
  const taken = await listen(server, port);
  return {
    address: `http://${HOST}:${taken}${base}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The port that was free. What hears of a success is taken away again where there is none, or it would hear of the next port as of its own. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    const succeed = () => {
      server.off('error', tryNext);
      done(port);
    };
    const tryNext = (error: NodeJS.ErrnoException) => {
      server.off('listening', succeed);
      if (error.code === 'EADDRINUSE') listen(server, port + 1).then(done, fail);
      else fail(error);
    };
    server.once('error', tryNext).once('listening', succeed).listen(port, HOST);
  });
}

type Placed = Required<Omit<SiteOptions, 'port' | 'dist'>> & { readonly dist: string };

async function answer(url: string, site: Placed, response: ServerResponse): Promise<void> {
  // Servers take several slashes for one.
  const { pathname } = new URL(url.replaceAll(/(?<!\?.*)\/{2,}/g, '/'), `http://${HOST}`);
  const own = site.besides(pathname.slice(site.base.length));
  if (own !== undefined) return send(response, 200, own.ending, Buffer.from(own.text), site);
  const file = pathname.startsWith(site.base)
    ? resolve(site.dist, decodeURIComponent(pathname.slice(site.base.length)))
    : undefined;
  const isInside = file !== undefined && `${file}${sep}`.startsWith(`${site.dist}${sep}`);
  const kind = isInside ? await kindOf(file) : undefined;
  if (kind === 'folder' && !pathname.endsWith('/'))
    return void response.writeHead(301, { location: `${pathname}/` }).end();
  const isFile = kind === 'file' && !pathname.endsWith('/');
  const found = kind === 'folder' ? join(file ?? '', 'index.html') : file;
  const body = kind === 'folder' || isFile ? await readOr(found ?? '') : undefined;
  if (body !== undefined) return send(response, 200, found ?? '', body, site);
  const missing = join(site.dist, '404.html');
  return send(response, 404, missing, (await readOr(missing)) ?? Buffer.from(''), site);
}

function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  return stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => undefined,
  );
}

async function readOr(path: string): Promise<Buffer | undefined> {
  return await readFile(path).catch(() => undefined);
}

function send(
  response: ServerResponse,
  status: number,
  file: string,
  content: Buffer,
  { headers, page }: Placed,
): void {
  const ending = extname(file);
  const body = ending === '.html' ? Buffer.from(page(content.toString())) : content;
  const known = ending === '' ? NO_ENDING : TYPES[ending];
  const type = known === undefined ? 'application/octet-stream' : known;
  response.writeHead(status, { ...headers, 'content-type': type, 'content-length': body.length }).end(body);
}
