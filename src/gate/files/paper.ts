/**
 * Briefings as PDF: each stands beside a page that leads to it, and carries the hash of what it was printed from. The
 * gate reads the page; what a browser made of it on paper it does not read again (`tests/browser/papers.test.ts` does).
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../finding.ts';
import type { Files } from '../read-files.ts';
import type { Root } from '../root.ts';

export const isPaper = (path: string): boolean => /\/briefing\/(?:[^/]+\/)?briefing\.pdf$/.test(path);

export function paperFindings(path: string, files: Files, root: Root): Finding[] {
  const page = path.replace(/briefing\.pdf$/, 'index.html');
  const html = files.get(page);
  const why = html === undefined ? `There is no page ${page}.` : paperFault(path, html, files, root);
  return why === undefined ? [] : [{ file: path, where: '', what: '', why }];
}

/** The page but for the line on release and checks, which is for screens: with every release it says something else. */
function onPaper(html: Uint8Array): Uint8Array {
  const text = Buffer.from(html).toString('latin1');
  return Buffer.from(text.replace(/<ul class="trust"[^>]*>.*?<\/ul>/s, ''), 'latin1');
}

function paperFault(path: string, html: Uint8Array, files: Files, { base }: Root): string | undefined {
  const pdf = new TextDecoder('latin1').decode(files.get(path));
  const source = `/Source <${createHash('sha256').update(onPaper(html)).digest('hex')}>`;
  if (!pdf.startsWith('%PDF-')) return 'This is no PDF file.';
  if (!pdf.includes(source)) return 'It was not printed from the page beside it.';
  return new TextDecoder().decode(html).includes(`href="${base}${path}"`)
    ? undefined
    : 'The page beside it does not lead to it.';
}
