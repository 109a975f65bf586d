/**
 * A Chromium for papers, tests and pictures on any machine: CHROME_PATH, then the packaged one (Linux x64), then Chrome.
 * The packaged one has the fonts that come as packages and none of the machine's, so that it draws the same everywhere.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, LaunchOptions } from 'playwright-core';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
const { resolve: resolveModule } = createRequire(import.meta.url);
const FONTS_FILE = join(CACHE, 'fonts.conf');
const FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
];
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic'];

/** On a busy machine a browser may take this long to start, and a page to come or to answer; what has not come by then does not come. */
export const PATIENCE_MS = 300_000;

/** Starts a headless browser; throws where there is none, or not the package that drives it. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ ...(await findBrowser()), args: ARGS, timeout: PATIENCE_MS });
}

/** Which browser to start and with what environment; unpacks the packaged one on first use. */
export async function findBrowser(): Promise<LaunchOptions> {
  const given = process.env.CHROME_PATH;
  if (given) {
    return { executablePath: given };
  }
  if (!isPackaged()) return { channel: 'chrome' };
  await writeFonts();
  return describePackaged(await ensureUnpacked());
}

/** Whether `findBrowser` gives the packaged browser: the one that draws the same everywhere. */
export function isPackaged(): boolean {
  return !process.env.CHROME_PATH && process.platform === 'linux' && process.arch === 'x64';
}

const describePackaged = (folder: string): LaunchOptions => ({
  executablePath: join(folder, 'chromium'),
  env: {
    ...process.env,
    FONTCONFIG_FILE: FONTS_FILE,
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

/** Writes which fonts there are; renamed into place, since others may be reading it. */
async function writeFonts(): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const unfinished = `${FONTS_FILE}.${process.pid}`;
  await writeFile(unfinished, formatFonts());
  await rename(unfinished, FONTS_FILE);
}

function formatFonts(): string {
  const folders = FONTS.map((font) => `  <dir>${dirname(resolveModule(`@expo-google-fonts/${font}`))}</dir>`);
  const families = ['system-ui', 'sans-serif', 'serif', 'monospace'].map(
    (family) => `  <alias><family>${family}</family><prefer><family>Noto Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${[...folders, ...families].join('\n')}
  <cachedir>${join(CACHE, 'fonts')}</cachedir>
</fontconfig>
`;
}
