// What the papers say of the repository is true: commands, paths, rooms, names of columns and keys.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { auditSchema, certificateSchema } from '../../src/formats/audit-file.ts';
import { STATUSES } from '../../src/program/cell.ts';
import { INSTRUMENTS, OUTCOMES, REQUESTERS } from '../../src/program/request.ts';
import {
  eventSchema,
  figureSchema,
  QUALIFIERS,
  requestSchema,
  statementSchema,
  TOPICS,
} from '../../src/record/record.ts';
import { stateSchema } from '../../src/record/states.ts';
import { attackCommand } from '../../src/run/commands/attack-command.ts';
import { compareCommand } from '../../src/run/commands/compare-command.ts';
import { protectCommand } from '../../src/run/commands/protect-command.ts';
import { recallCommand } from '../../src/run/commands/recall-command.ts';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import { pagelessEffects } from '../pageless-effects.ts';

const PAPERS = [
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const TEXTS = new Map(PAPERS.map((paper) => [paper, readFileSync(paper, 'utf8')]));
const COMMANDS = TEXTS.get('docs/commands.md') ?? '';
const FORMATS = TEXTS.get('docs/formats.md') ?? '';

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });
const SCRIPTS = Object.keys(packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts);

/** Every match in every paper, as `paper: match`. */
function findAll(pattern: RegExp): { paper: string; found: string }[] {
  return [...TEXTS].flatMap(([paper, text]) =>
    [...text.matchAll(pattern)].map(([, found = '']) => ({ paper, found })),
  );
}

test('every npm script that a paper names is one of package.json', () => {
  const named = findAll(/npm run (?:--silent )?([\w:-]+)/g);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(({ found }) => !SCRIPTS.includes(found))).toEqual([]);
});

test('docs/commands.md names every npm script', () => {
  const unnamed = SCRIPTS.filter(
    (name) => !new RegExp(`npm (?:run (?:--silent )?)?${name}\\b`).test(COMMANDS),
  );
  expect(unnamed).toEqual([]);
});

/** Releases that ship are made by `npm start` where they are missing; the example of README is no program. */
function stands(path: string): boolean {
  if (path.includes('<') || path.startsWith('data/programs/rivertown-id')) return true;
  const [, program = '', release] = /^data\/programs\/([\w-]+)\/releases\/([\w-]+)/.exec(path) ?? [];
  if (release === undefined) return existsSync(path);
  const declared = JSON.parse(readFileSync(`data/programs/${program}/program.json`, 'utf8')) as unknown;
  return z
    .object({ releases: z.array(z.string()) })
    .parse(declared)
    .releases.includes(release);
}

test('README is short enough to be read whole', () => {
  expect((TEXTS.get('README.md') ?? '').split('\n').length).toBeLessThanOrEqual(150);
});

test('every path that a paper names exists', () => {
  const named = findAll(/(?<![\w/.-])((?:src|tests|scripts|docs|data|public)\/[\w./<>-]*)/g);
  const trimmed = named.map(({ paper, found }) => ({ paper, found: found.replace(/\.$/, '') }));
  expect(trimmed.length).toBeGreaterThan(60);
  expect(trimmed.filter(({ found }) => !stands(found))).toEqual([]);
});

test('every file of code that a paper names by its name alone exists', () => {
  const files = ['src', 'tests', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => basename(file)),
  );
  const named = findAll(/`([\w-]+\.(?:ts|mjs|astro))`/g);
  const patterns = ['kebab-case.ts', 'PascalCase.astro'];
  expect(named.filter(({ found }) => !files.includes(found) && !patterns.includes(found))).toEqual([]);
});

test('every link and picture of a paper leads to a file', () => {
  const links = findAll(/(?:\]\(|src=")(?!https?:)([^)"#]+)/g);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ paper, found }) => !existsSync(join(dirname(paper), found)))).toEqual([]);
});

test('CONTRIBUTING names every room', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const text = TEXTS.get('CONTRIBUTING.md') ?? '';
  expect(rooms.map(({ name }) => `\`src/${name}/\``).filter((room) => !text.includes(room))).toEqual([]);
});

test('SECURITY and docs/method.md give the promise in the same words', () => {
  const promiseOf = (paper: string) =>
    (TEXTS.get(paper) ?? '').split('\n').filter((line) => line.startsWith('> '));
  expect(promiseOf('SECURITY.md')).toHaveLength(3);
  expect(promiseOf('SECURITY.md')).toEqual(promiseOf('docs/method.md'));
});

test('CHANGELOG has a version of package.json', () => {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  expect(TEXTS.get('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${version}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm'));
});

test('docs/formats.md names every column, word and key', () => {
  const schemas = [figureSchema, requestSchema, stateSchema, statementSchema, eventSchema];
  const columns = schemas.flatMap((schema) => Object.keys(schema.shape)).map(toSnake);
  const words = [...TOPICS, ...QUALIFIERS, ...REQUESTERS, ...INSTRUMENTS, ...OUTCOMES, ...STATUSES];
  const keys = [auditSchema, auditSchema.shape.cells, certificateSchema].flatMap(({ shape }) =>
    Object.keys(shape),
  );
  const names = [...new Set([...columns, ...words, ...keys])].filter((name) => name !== '');
  expect(names.filter((name) => !FORMATS.includes(`\`${name}\``))).toEqual([]);
});

function toSnake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

test('docs/commands.md gives the usage of every command as the commands do', async () => {
  const lines: string[] = [];
  const effects = { ...pagelessEffects(), log: (line: string) => void lines.push(line) };
  const codes = [releaseCommand, attackCommand, protectCommand, recallCommand, compareCommand].map(
    (command) => command([], effects),
  );
  expect(await Promise.all(codes)).toEqual([2, 2, 2, 2, 2]);
  const usages = lines.flatMap((text) =>
    [...text.matchAll(/(?<!For example: )npm run .+/g)].map(([usage]) => usage),
  );
  expect(usages).toHaveLength(6);
  expect(usages.filter((usage) => !COMMANDS.includes(`\`${usage}\``))).toEqual([]);
});
