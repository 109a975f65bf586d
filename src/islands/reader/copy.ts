/** Readies what readers take along for use elsewhere, by hand, by print or by a button: addresses in full, and the day on which it is read. */
import { today } from './locale.ts';

const COPIED_MS = 3000;

/** Where the site knows no host of its own its addresses begin with a slash: read elsewhere they need the host they came from. */
export function nameHost(): void {
  for (const link of document.querySelectorAll('a'))
    if (link.textContent?.startsWith('/')) link.textContent = link.href;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    if (text.textContent?.includes('<iframe '))
      text.textContent = text.textContent.replace(/( src=.)(?=\/)/, `$1${location.origin}`);
}

export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy'))
    button.addEventListener('click', () => void copyBefore(button));
}

async function copyBefore(button: HTMLButtonElement): Promise<void> {
  const source = button.previousElementSibling;
  if (!(source instanceof HTMLElement)) throw new Error('internal error: a button without what it copies');
  for (const day of source.querySelectorAll('[data-today]')) day.textContent = today();
  const isCopied = await write(source.textContent ?? '');
  if (!isCopied) getSelection()?.selectAllChildren(source);
  const label = button.textContent;
  if (button.classList.contains('done')) return;
  button.textContent = (isCopied ? button.dataset.copied : button.dataset.selected) ?? '';
  button.classList.add('done');
  setTimeout(() => {
    button.textContent = label;
    button.classList.remove('done');
  }, COPIED_MS);
}

/** False where the browser refuses, as it does without HTTPS: then the text is marked, for the reader to copy. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.replace(/\s+/g, ' ').trim());
    return true;
  } catch {
    return false;
  }
}
