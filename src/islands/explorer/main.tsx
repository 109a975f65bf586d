/** Starts the explorer in its page: the choice stands in the address, the cells come from the release's own files. */
import '../older-browsers.ts';
import { createRoot } from 'react-dom/client';
import type { ApiIndex } from '../../model/api-file.ts';
import type { ExplorerWords } from '../../site/explorer/words.ts';
import { fetchJson } from '../fetch-file.ts';
import { addressOfLink, elementOf, readBlock } from '../read-page.ts';
import { Explorer } from './Explorer.tsx';

async function start(): Promise<void> {
  const index = await fetchJson<ApiIndex>(addressOfLink('explorer-index'));
  const words = readBlock<ExplorerWords>('explorer-words');
  createRoot(elementOf('explorer')).render(
    <Explorer index={index} words={words} language={document.documentElement.lang} />,
  );
}

void start();
