import { describe, expect, test } from 'vitest';
import { markOfName, markOfValue } from '../../src/tallies/person-marks.ts';
import { makeProgram, placesOf, problemsOf } from './fixture.ts';

const ROW = '2024-04,online,a1,3';

describe('readTallies refuses a column that', () => {
  test.each([
    ['is not declared', 'notes', 'walk-in', '1 column 5 undeclared-column'],
    ['has no name and holds something', '', 'x', '2  row-width'],
    ['is people where the measure does not carry them', 'people', '3', '1 column 5 undeclared-column'],
    ['is a declared one again with a capital', 'Count', '3', '1 count repeated-column'],
    ['is named like a name', 'applicant_name', 'x', '1 column 5 personal-column'],
    ['is named like a birth date', 'Date of Birth', 'x', '1 column 5 personal-column'],
    ['is named like an address', 'home-address', 'x', '1 column 5 personal-column'],
    ['is named like a phone', 'phoneNumber', 'x', '1 column 5 personal-column'],
    ['is named like an e-mail', 'e-mail', 'x', '1 column 5 personal-column'],
    ['is named like a case number', 'case no', 'x', '1 column 5 personal-column'],
    ['is named in Spanish', 'fecha_de_nacimiento', 'x', '1 column 5 personal-column'],
    ['holds names', 'c1', 'Maria Lopez', '1 column 5 personal-column'],
    ['holds birth dates', 'c1', '1999-07-31', '1 column 5 personal-column'],
    ['holds addresses', 'c1', '12 Elm Street', '1 column 5 personal-column'],
    ['holds phone numbers', 'c1', '(312) 555-0143', '1 column 5 personal-column'],
    ['holds e-mail addresses', 'c1', 'maria@example.org', '1 column 5 personal-column'],
    ['holds document numbers', 'c1', 'A012345678', '1 column 5 personal-column'],
  ])('%s', async (_, name, value, place) => {
    expect(await placesOf(`period,channel,area,count,${name}\n${ROW},${value}\n`)).toEqual([place]);
  });

  test('is declared, but named like a field of a record', async () => {
    const dimensions = [{ id: 'name', label: 'Name', codes: [{ code: 'a', label: 'A' }] }];
    const measures = [
      { id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['name'] },
    ];
    const program = makeProgram({ dimensions, measures });
    expect(await placesOf('period,name,count\n2024-04,a,3\n', program)).toEqual(['1 name personal-column']);
    const coded = makeProgram({
      dimensions: dimensions.map((one) => ({ ...one, id: 'n' })),
      measures: measures.map((one) => ({ ...one, dimensions: ['n'] })),
    });
    expect(await placesOf('period,Name,count\n2024-04,a,3\n', coded)).toEqual(['1 n personal-column']);
  });

  test('is declared, but holds e-mail addresses', async () => {
    expect(await placesOf('period,channel,area,count\n2024-04,maria@example.org,a1,3\n')).toEqual([
      '1 channel personal-column',
      '2 channel unknown-code',
    ]);
  });

  test('is at fault, before fifty faults of rows', async () => {
    const text = `period,channel,area,count,email\n${'2024-04,online,a1,-1,x\n'.repeat(90)}`;
    const places = await placesOf(text);
    expect(places[0]).toBe('1 column 5 personal-column');
    expect(places.length).toBe(52);
  });
});

describe('readTallies refuses a header that', () => {
  test.each([
    ['lacks a dimension', 'period,channel,count\n2024-04,online,3\n', ['1 area missing-column']],
    ['lacks the count', 'period,channel,area\n2024-04,online,a1\n', ['1 count missing-column']],
    ['names a column twice', `period,channel,area,count,count\n${ROW},3\n`, ['1 count repeated-column']],
    ['is a row', `${ROW}\n2024-05,online,a1,3\n`, ['1  no-header']],
  ])('%s', async (_, text, places) => {
    expect(await placesOf(text)).toEqual(places);
  });

  test('is the row of a person, without repeating it', async () => {
    const problems = await problemsOf(
      'Maria Lopez,1999-07-31,12 Elm Street,maria@example.org\nJan Kowalski,1980-01-02,4 Oak Avenue,jan@example.org\n',
    );
    expect(problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      ' no-header',
      'column 1 personal-column',
      'column 2 personal-column',
      'column 3 personal-column',
      'column 4 personal-column',
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/Maria|1999|Elm|example/);
  });

  test('is followed by no rows', async () => {
    expect(await placesOf('period,channel,area,count\n')).toEqual(['0  no-rows']);
  });

  test('is followed only by rows after the release', async () => {
    expect(await placesOf('period,channel,area,count\n2025-04,online,a1,3\n')).toEqual(['0  no-rows']);
  });
});

describe('markOfName', () => {
  test.each([
    ['first_name', 'names'],
    ['Surname', 'names'],
    ['NOMBRE', 'names'],
    ['prénom', 'names'],
    ['DOB', 'birth dates'],
    ['BirthDate', 'birth dates'],
    ['street address', 'addresses'],
    ['tel.', 'phone numbers'],
    ['E-Mail', 'e-mail addresses'],
    ['emailAddress', 'e-mail addresses'],
    ['Passport No.', 'document or case numbers'],
    ['case_number', 'document or case numbers'],
    ['SSN', 'document or case numbers'],
    ['A-Number', 'document or case numbers'],
  ])('%s means %s', (name, mark) => {
    expect(markOfName(name, { whole: false })).toBe(mark);
  });

  test.each([
    'channel',
    'area',
    'age',
    'kind',
    'document',
    'decision',
    'region',
    'language',
    'count',
    'period',
  ])('%s means nothing', (name) => {
    expect(markOfName(name, { whole: false })).toBeUndefined();
  });

  test('leaves a declared column alone whose name only holds such a word', () => {
    expect(markOfName('street-event', { whole: true })).toBeUndefined();
  });
});

describe('markOfValue', () => {
  test.each([
    'online',
    'printing-event',
    '2024-04',
    '2024-Q2',
    '65-and-over',
    '12',
    '2024',
    'A1',
    '60614',
    'East',
  ])('%s is no mark of a person', (value) => {
    expect(markOfValue(value)).toBeUndefined();
  });

  test.each([
    ['078-05-1120', 'document or case numbers'],
    ['+13125550143', 'phone numbers'],
    ['31/07/1999', 'birth dates'],
    ['O’Neill, Siân', 'names'],
    ['Calle Mayor 5', 'addresses'],
  ])('%s is one of %s', (value, mark) => {
    expect(markOfValue(value)).toBe(mark);
  });
});
