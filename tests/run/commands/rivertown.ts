/** Rivertown, whose cards stand in a database alone; its program and its tallies lie in a folder of their own. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tallyCommand } from '../../../src/run/commands/tally-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';

const PROGRAM = {
  id: 'rivertown-id',
  name: 'Rivertown ID',
  city: 'Rivertown',
  nature: 'real',
  standing: 'Made for tests.',
  summary: 'A card.',
  tallies: 'confidential',
  period: { from: '2023-01', levels: ['quarter', 'year'] },
  dimensions: [
    {
      id: 'channel',
      label: 'Way',
      codes: [
        { code: 'counter', label: 'At the counter' },
        { code: 'online', label: 'Online' },
      ],
    },
    {
      id: 'age',
      label: 'Age',
      codes: [
        { code: 'young', label: 'Under 30' },
        { code: 'old', label: '30 and older' },
      ],
    },
  ],
  measures: [
    {
      id: 'cards-issued',
      label: 'Cards',
      unit: 'cards',
      kind: 'flow',
      dimensions: ['channel', 'age'],
      people: true,
      actsPerPerson: 1.3,
    },
  ],
  licence: { name: 'CC0', url: 'https://example.org/' },
};

/** 400 cards of 300 people; the names are those that no message may repeat. */
export const CARDS = `
  create schema clerk;
  create table clerk."Cards" ("Issued" date, way text, birth_year integer, holder text);
  insert into clerk."Cards"
    select date '2024-01-01' + i % 366, case when i % 3 = 0 then 'C' else 'Online' end, 1950 + i % 60, 'Zanzibar ' || i % 300
    from generate_series(1, 400) as i;
  create view clerk.spoilt as select "Issued", case when holder like '%7' then 'cuonter' else way end as way, birth_year, holder from clerk."Cards";
`;

export const SOURCE = {
  from: 'clerk.Cards',
  period: { day: 'Issued' },
  dimensions: {
    channel: 'way',
    age: { sql: "case when extract(year from \"Issued\") - birth_year < 30 then 'young' else 'old' end" },
  },
  codes: { channel: { C: 'counter' } },
  person: 'holder',
};

/** The program, and an empty folder of tallies, below `root`. */
export async function openRivertown(root: string): Promise<{ readonly tallies: string }> {
  const folder = join(root, 'repository', 'programs', 'rivertown-id');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'program.json'), JSON.stringify(PROGRAM));
  const tallies = join(root, 'tallies');
  await rm(tallies, { recursive: true, force: true });
  await mkdir(tallies);
  return { tallies };
}

/** `npm run tally` with these sources, and all that it says. */
export async function tallyFrom(
  root: string,
  sources: object | string,
  ...args: string[]
): Promise<{ code: number; said: string }> {
  const tallies = join(root, 'tallies');
  await writeFile(
    join(tallies, 'sources.json'),
    typeof sources === 'string' ? sources : JSON.stringify(sources),
  );
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const repository = join(root, 'repository');
  const places = { repository, programs: join(repository, 'programs') };
  const code = await tallyCommand(
    ['rivertown-id', '--tallies', tallies, ...args],
    { ...pagelessEffects(), log: say, print: say },
    places,
  );
  return { code, said: lines.join('\n') };
}
