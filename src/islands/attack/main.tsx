/** Starts "Try to break it" in its page, which lists the files that are attacked. */
import '../older-browsers.ts';
import { createRoot } from 'react-dom/client';
import type { ApiIndex } from '../../model/api-file.ts';
import type { AttackWords } from '../../site/breaking/words.ts';
import { fetchJson } from '../fetch-file.ts';
import { addressesIn, addressOfLink, elementOf, readBlock } from '../read-page.ts';
import { Attack } from './Attack.tsx';

async function start(): Promise<void> {
  const index = await fetchJson<ApiIndex>(addressOfLink('attack-index'));
  createRoot(elementOf('attack')).render(
    <Attack
      index={index}
      addresses={addressesIn('attack-reads')}
      words={readBlock<AttackWords>('attack-words')}
      language={document.documentElement.lang}
    />,
  );
}

void start();
