/** Every fault of the docket: a piece of a sound file replaced, and the one problem that comes of it. */
import { expect, test } from 'vitest';
import { edit, readFiles } from './docket-fixture.ts';

const FILES = { R: 'legal-requests.csv', E: 'legal-request-events.csv', Z: 'certified-zeros.csv' } as const;

/** What is wrong | file | this stands there | this instead | line | column | code. */
const CASES = `
two requests with one id | R | r-2,2024 | r-1,2024 | 3 | request | duplicate-id
an id that is a name | R | r-2,2024 | Ana Lopez,2024 | 3 | request | id-form
a date with slashes | R | r-1,2024-02-05 | r-1,02/05/2024 | 2 | received_on | date-form
a date in words | R | 2024-03-01 | 1 March 2024 | 2 | due_on | date-form
a day that there is not | E | 2024-02-28 | 2024-02-30 | 6 | date | date-form
a month without a day | E | 2024-02-28 | 2024-02 | 6 | date | date-form
an unknown instrument | R | search_warrant | warrant | 3 | instrument | unknown-word
no agency | R | Port Police |  | 3 | agency | text-empty
people as a word | R | application,1 | application,few | 3 | people_asked_about | people-form
nobody asked about | R | application,1 | application,0 | 3 | people_asked_about | people-form
a document that is no address | R | https://port.example/a | scan.pdf | 2 | documents | address-form
a due date before receipt | R | 2024-03-01 | 2024-01-01 | 2 | due_on | due-before-receipt
a request before the program began | R | r-1,2024-02-05 | r-1,2023-12-31 | 2 | received_on | before-program
an e-mail address in what it asks for | R | One application | Papers of ana@port.example | 3 | asks_for | personal-text
an event before receipt | E | r-1,2024-02-20 | r-1,2024-02-04 | 5 | date | event-before-receipt
another day of receipt | E | r-1,2024-02-05,received | r-1,2024-02-06,received | 4 | date | received-on
a closure without an outcome | E | closed,,,declined | closed,,, | 6 | outcome | closure-without-outcome
an outcome without a closure | E | received,,, | received,,,declined | 4 | outcome | outcome-without-closure
a disclosure with nothing leaving | E | disclosed,application_data,1 | disclosed,nothing, | 2 | what_left | disclosure-of-nothing
a disclosure of nobody’s data | E | application_data,1 | application_data,0 | 2 | people_left | people-left
something leaving without a disclosure | E | received,, | received,application_data, | 4 | what_left | left-without-disclosure
more people out than asked about | E | application_data,1 | application_data,2 | 2 | people_left | more-people-than-asked
a second closure | E | r-1,2024-02-20,statement,,,,City Clerk,A subpoena has come.,Notice of the clerk | r-1,2024-02-20,closed,,,duplicate,,, | 6 | kind | second-closure
an objection after the closure | E | r-1,2024-02-28,closed,,,declined,,,\\n | r-1,2024-02-19,closed,,,declined,,,\\nr-1,2024-03-01,objected,,,,,,\\n | 7 | kind | after-closure
an outcome of disclosure without one | E | closed,,,declined | closed,,,disclosed_in_part | 6 | outcome | outcome-without-disclosure
an outcome that hides a disclosure | E | disclosed_in_full | no_records_held | 3 | outcome | outcome-hides-disclosure
an unknown id | E | r-1,2024-02-28 | r-9,2024-02-28 | 6 | request | unknown-request
a statement without a source | E | ,Notice of the clerk | , | 5 | source | statement-without-source
a statement of nobody | E | ,City Clerk, | ,, | 5 | office | statement-without-office
a statement that says nothing | E | A subpoena has come. |  | 5 | statement | empty-statement
a certificate that expired before it was signed | Z | 2024-10-01 | 2024-04-02 | 2 | expires_on | expired-before-signed
a certificate signed before its period was over | Z | 2024-04-03 | 2024-03-31 | 2 | signed_on | signed-too-early
a certificate signed before its fiscal year was over | Z | 2024-Q1 | FY2024 | 2 | signed_on | signed-too-early
a certificate of a month | Z | 2024-Q1 | 2024-03 | 2 | period | period-form
a certificate of two codes | Z | civil_subpoena,_T | civil_subpoena,state | 2 | requester | two-codes
a certificate that the docket contradicts | Z | civil_subpoena | search_warrant | 2 | period | zero-contradicted
a column that nothing declares | R | ,documents, | ,remarks, | 1 | column 12 | undeclared-column
a column of names | E | ,office, | ,applicant_name, | 1 | column 7 | personal-column
a row that is too short | E | ,declined,,, | ,declined,, | 6 |  | row-width
quotes that do not close | R | with papers" | with papers | 2 |  | broken-quotes
`;

const cases = CASES.trim()
  .split('\n')
  .map((line) => line.split(' | ').map((field) => field.replaceAll('\\n', '\n')));

test.each(cases)('readDocket refuses %s', async (_, key, from = '', to = '', line, column, code) => {
  const file = FILES[key as keyof typeof FILES];
  const read = await readFiles(edit(file, from, to));
  const problems = read.ok ? [] : read.problems;
  expect(problems).toContainEqual(expect.objectContaining({ file, line: Number(line), column, code }));
  for (const { fix } of problems) expect(fix).toMatch(/^[A-Z].*[.]$/);
});

test('readDocket refuses a column that is missing, above a row of one field too', async () => {
  const read = await readFiles({ [FILES.E]: 'request,date,kind\nr-2\n' });
  const codes = read.ok ? [] : read.problems.map(({ line, code }) => `${line} ${code}`);
  expect(new Set(codes)).toEqual(new Set(['1 missing-column', '2 row-width']));
});
