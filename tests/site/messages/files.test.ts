// Every language has the messages of English and no others, each with the same parameters, in valid ICU MessageFormat.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Written } from '../../../src/site/messages/read-messages.ts';
import { parametersOf } from './parameters.ts';
import { usedIn } from './used.ts';
import { codes, writtenIn } from './written.ts';

function textsIn(written: Written, path = ''): [string, string][] {
  return Object.entries(written).flatMap(([name, text]): [string, string][] =>
    typeof text === 'string' ? [[path + name, text]] : textsIn(text, `${path}${name}.`),
  );
}

function messagesOf(code: string): ReadonlyMap<string, string> {
  return new Map(textsIn(writtenIn(code)));
}

const english = messagesOf('en');

/** Some languages say what is counted by its unit and others by its name; some name the period before and others need not. */
const INTERCHANGEABLE = new Set(['label', 'unit', 'before']);

/** `count, kind: city|other`: what a message must be given. The forms of a plural are each language's own. */
function signatureOf(text: string): string {
  return [...parametersOf(text)]
    .filter(([name]) => !INTERCHANGEABLE.has(name))
    .map(([name, found]) =>
      found.kind === 'select' ? `${name}: ${[...found.options].sort().join('|')}` : name,
    )
    .sort()
    .join(', ');
}

/** The forms that whole numbers take in a language; zero may go with the others. */
function formsOf(code: string): ReadonlySet<string> {
  const rules = new Intl.PluralRules(code);
  return new Set(['other', ...Array.from({ length: 1000 }, (_, at) => rules.select(at + 1))]);
}

test.each(codes)('%s.json: the keys of English, no more and no fewer', (code) => {
  expect([...messagesOf(code).keys()].sort()).toEqual([...english.keys()].sort());
});

test.each(codes)('%s.json: names are plain, so that every tool tells a name from a path', (code) => {
  for (const key of messagesOf(code).keys()) expect(key).toMatch(/^\w[\w-]*(?:\.\w[\w-]*)+$/);
});

test.each(codes)('%s.json: every message is valid and takes what it takes in English', (code) => {
  const own = [...messagesOf(code)].map(([key, text]) => `${key}: ${signatureOf(text)}`);
  expect(own.sort()).toEqual([...english].map(([key, text]) => `${key}: ${signatureOf(text)}`).sort());
});

test.each(codes)(
  '%s.json: plurals have every form that whole numbers take, and none that the language lacks',
  (code) => {
    const wanted = formsOf(code);
    const possible = new Set<string>(new Intl.PluralRules(code).resolvedOptions().pluralCategories);
    for (const [key, text] of messagesOf(code))
      for (const [name, parameter] of parametersOf(text))
        if (parameter.kind === 'plural') {
          const forms = parameter.options.filter((option) => !option.startsWith('='));
          expect(
            [...wanted].filter((form) => !forms.includes(form)),
            `${key} ${name}`,
          ).toEqual([]);
          expect(
            forms.filter((form) => !possible.has(form)),
            `${key} ${name}`,
          ).toEqual([]);
        }
  },
);

test.each(codes.filter((code) => code !== 'en'))('%s.json: nothing is left in English', (code) => {
  const same = [...messagesOf(code)].filter(
    ([key, text]) => /\p{L}{4}/u.test(text.replaceAll(/\{\w+\}/g, '')) && english.get(key) === text,
  );
  expect(same.filter(([, text]) => !SAME_EVERYWHERE.has(text))).toEqual([]);
});

/** Names, and words that two languages share. */
const SAME_EVERYWHERE = new Set(['Daylight', 'Program', 'Total', 'provisional', '{size} bytes']);

/** What all code that speaks of messages uses. */
function usedInCode(): Set<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(?:ts|tsx|astro)$/.test(path) && !path.endsWith('message-types.ts'),
  );
  const texts = files.map((path) => [path, readFileSync(`src/${path}`, 'utf8')] as const);
  const speaking = texts.filter(([, text]) => text.includes('essages'));
  return new Set(speaking.flatMap(([path, text]) => [...usedIn(path, text, writtenIn('en'))]));
}

test('en.json: every message is used, by itself or with its whole group', () => {
  const used = usedInCode();
  const unused = [...english.keys()].filter((key) => {
    const names = key.split('.');
    return !names.some((_, at) => used.has(names.slice(0, at + 1).join('.')));
  });
  expect(unused).toEqual([]);
});
