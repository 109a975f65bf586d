// A Chromium for tests and pictures on any machine: CHROME_PATH, then the packaged one (Linux x64), then Chrome.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
const { resolve: resolveModule } = createRequire(import.meta.url);
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic'];

/** Starts a headless browser. The caller closes it. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ ...(await findBrowser()), args: ARGS });

/** Which browser to start and with what environment; unpacks the packaged one on first use. */
export async function findBrowser(): Promise<LaunchOptions> {
  const given = process.env.CHROME_PATH;
  if (given) {
    return { executablePath: given };
  }
  const isPackaged = process.platform === 'linux' && process.arch === 'x64';
  return isPackaged ? describePackaged(await ensureUnpacked()) : { channel: 'chrome' };
}

const describePackaged = (folder: string): LaunchOptions => ({
  executablePath: join(folder, 'chromium'),
  env: {
    ...process.env,
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
  },
});

/** Unpacks into a folder of its own and renames it, so that no other process meets half a browser. */
async function ensureUnpacked(): Promise<string> {
  const packageFolder = join(dirname(resolveModule('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) {
    return folder;
  }
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await unpack(join(packageFolder, 'bin'), unfinished);
  await writeFile(join(unfinished, 'fonts', 'fonts.conf'), formatFontsConf(folder));
  await rename(unfinished, folder).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true });
    if (!existsSync(folder)) {
      throw error;
    }
  });
  return folder;
}

/** The package unpacks to TMPDIR and has no other parameter for it. */
async function unpack(bin: string, folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath(bin);
    await inflate(join(bin, 'al2023.tar.br'));
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
}

const formatFontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
