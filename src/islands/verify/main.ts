/**
 * "Check everything": asks a worker to check what the site serves, or files that the reader has, and tells what it found. The
 * worker is there before it is asked, so that files can be checked once the network is gone.
 */
import '../older-browsers.ts';
import { fill } from '../../site/island-words.ts';
import type { VerifyWords } from '../../site/verify-words.ts';
import type { Step } from '../../witness/examine.ts';
import { addressesIn, elementOf, readBlock } from '../read-page.ts';
import { startSiteWorker } from '../site-worker.ts';
import { chosenFiles, droppedFiles } from './given.ts';
import { sentencesOf } from './sentences.ts';
import type { Asked, Told } from './told.ts';
import workerAddress from './verify-worker.ts?worker&url';

const { words, program } = readBlock<{ words: VerifyWords; program: string }>('verify-data');
const number = new Intl.NumberFormat(document.documentElement.lang).format;
const ways = elementOf('verify-ways');
const siteButton = elementOf('verify-site') as HTMLButtonElement;
const stopButton = elementOf('verify-stop');
const zipInput = elementOf('verify-zip') as HTMLInputElement;
const folderInput = elementOf('verify-folder') as HTMLInputElement;
const progress = elementOf('verify-progress') as HTMLProgressElement;
const status = elementOf('verify-status');
const list = elementOf('verify-found');

/** The lines that the page has, by release. */
const lines = (elementOf('verify-lines').querySelector('code')?.textContent ?? '')
  .split('\n')
  .map((line): [string, string] => [
    line.slice(0, line.lastIndexOf('.')),
    line.slice(line.lastIndexOf('.') + 1),
  ]);
const [listAddress = ''] = addressesIn('verify-lines');

let worker: Worker | undefined;
let isBusy = false;

function startWorker(): void {
  try {
    worker = startSiteWorker(workerAddress);
    worker.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
    worker.onerror = () => {
      worker = undefined;
      if (isBusy) end(words.failed);
    };
  } catch {
    worker = undefined;
  }
}

function ask(from: Asked['from']): void {
  if (isBusy) return;
  if (worker === undefined) startWorker();
  isBusy = true;
  show('');
  setBusy();
  if (worker === undefined) end(words.failed);
  else worker.postMessage({ program, lines, from } satisfies Asked);
}

function hear(told: Told): void {
  switch (told.kind) {
    case 'step':
      tellStep(told.step);
      break;
    case 'over': {
      const { lead, items } = sentencesOf(told.found, new Map(lines), words, number);
      end(lead, items);
      break;
    }
    case 'refused':
      end(fill(words.refused[told.why], { what: told.what }));
      break;
    case 'unsupported':
    case 'failed':
      end(words[told.kind]);
  }
}

/** The bar moves with each file; what is read aloud changes with each step alone. */
function tellStep(step: Step): void {
  if (step.phase === 'hashing') progress.value = step.done / step.files;
  else progress.removeAttribute('value');
  const text = words.steps[step.phase];
  if (status.textContent !== text) show(text);
}

function end(lead: string, items: readonly string[] = []): void {
  isBusy = false;
  setBusy();
  show(lead, items);
  status.focus();
}

function show(lead: string, items: readonly string[] = []): void {
  status.textContent = lead;
  list.replaceChildren(
    ...items.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}

function setBusy(): void {
  progress.hidden = !isBusy;
  stopButton.hidden = !isBusy;
  siteButton.setAttribute('aria-disabled', String(isBusy));
  for (const input of [zipInput, folderInput]) input.disabled = isBusy;
}

siteButton.addEventListener('click', () => ask(listAddress));
stopButton.addEventListener('click', () => {
  worker?.terminate();
  startWorker();
  end(words.stopped);
  siteButton.focus();
});
for (const input of [zipInput, folderInput])
  input.addEventListener('change', () => {
    const given = chosenFiles(input);
    // The same file can be chosen again.
    input.value = '';
    if (given.length > 0) ask(given);
  });
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer === null) return;
  droppedFiles(event.dataTransfer).then(
    (given) => given.length > 0 && ask(given),
    () => end(words.failed),
  );
});

folderInput.webkitdirectory = true;
elementOf('verify-without').hidden = true;
ways.hidden = false;
startWorker();
