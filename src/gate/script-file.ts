/** Scripts: they may store nothing, ask no other origin, and carry no data. */
import type { Finding } from './finding.ts';
import { findNumbers } from './numbers.ts';

const FORBIDDEN =
  /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|sendBeacon|WebSocket|EventSource|XMLHttpRequest|eval|importScripts)\b|\.cookie\b|\bcaches\.|https?:\/\/(?!www\.w3\.org\/)/g;
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

/** Numbers of code are small; a list of counts is not code. */
const LARGEST = 1000;

export function scriptFindings(file: string, script: string): Finding[] {
  const words = [...script.matchAll(FORBIDDEN)].map(([what]) => ({
    file,
    where: '',
    what,
    why: 'A script may store nothing and ask no other origin.',
  }));
  const texts = [...script.matchAll(STRING)].flatMap(([text]) => findNumbers(text));
  const numbers = findNumbers(script.replace(STRING, '')).filter(({ text }) => !(Number(text) < LARGEST));
  return [
    ...words,
    ...[...texts, ...numbers].map(({ text }) => ({
      file,
      where: '',
      what: text,
      why: 'A script may carry no data.',
    })),
  ];
}
