/**
 * What gives a column away as records of people: its name, or the shape of its values. A tally counts people
 * and never lists them, so such a column stops the whole file at the door (docs/formats.md).
 */

/** What a column seems to hold, as it stands in a sentence. */
export type PersonMark =
  | 'names'
  | 'birth dates'
  | 'addresses'
  | 'phone numbers'
  | 'e-mail addresses'
  | 'document or case numbers';

/** Column names without spaces, signs, accents and capitals. */
const NAMES: Readonly<Record<PersonMark, string>> = {
  names: `name names fullname firstname lastname middlename givenname forename surname familyname maidenname fname lname
    applicant applicants cardholder person client nombre nombres apellido apellidos nom prenom nome sobrenome imie
    nazwisko vorname nachname`,
  'birth dates': `birth birthdate birthday birthyear dob bdate dateofbirth yearofbirth born nacimiento fechanacimiento
    fechadenacimiento naissance datedenaissance nascimento urodzenia geburtsdatum`,
  addresses: `address address1 address2 addr street streetname streetaddress homeaddress mailingaddress apt apartment zip4
    direccion domicilio calle adresse adres endereco anschrift`,
  'phone numbers':
    'phone phones phonenumber phoneno telephone tel mobile cell cellphone telefono celular telefon telefone',
  'e-mail addresses': 'email emails emailaddress mail correo correoelectronico courriel',
  'document or case numbers': `id ids idnumber idno uuid guid ssn socialsecurity socialsecuritynumber itin passport passportno
    passportnumber documentid documentno documentnumber docid docno docnumber caseid caseno casenumber applicationid
    applicationno applicationnumber applicantid personid clientid customerid recordid cardid cardno cardnumber licenseno
    licensenumber driverslicense driverlicense anumber alienid aliennumber alienregistrationnumber receiptnumber matricula
    numerodedocumento numerodecaso expediente pesel`,
};

const MARK_OF_NAME = new Map(
  (Object.entries(NAMES) as [PersonMark, string][]).flatMap(([mark, names]) =>
    names.split(/\s+/).map((name) => [name, mark] as const),
  ),
);

const STREET =
  /\b(st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|ct|court|pl|place|way|calle|rue|ulica|ul)\b/i;

/** The first that fits a value is its mark. */
const SHAPES: readonly (readonly [PersonMark, (value: string) => boolean])[] = [
  ['e-mail addresses', (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)],
  [
    'birth dates',
    (value) => /^(\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}([-/.])\d{1,2}\3\d{2,4})([T ].*)?$/.test(value),
  ],
  ['document or case numbers', (value) => /^\d{3}-\d{2}-\d{4}$/.test(value)],
  [
    'phone numbers',
    (value) => /^(\+\d{8,15}|\+?[\d(][\d\s().-]*[\s().-][\d\s().-]*\d)$/.test(value) && digitsOf(value) >= 7,
  ],
  ['document or case numbers', (value) => /^[A-Z0-9][A-Z0-9/-]*$/i.test(value) && digitsOf(value) >= 7],
  ['document or case numbers', (value) => /^[A-Z]{1,4}[-/]?\d{5,}$/i.test(value)],
  ['addresses', (value) => /^\d+[A-Z]?,?\s+\p{L}/iu.test(value) && STREET.test(value)],
  ['addresses', (value) => /\p{L}[,\s]+\d+[A-Z]?$/iu.test(value) && STREET.test(value)],
  ['names', (value) => /^\p{Lu}[\p{L}'’-]+,?(\s+\p{Lu}[\p{L}'’.-]*){1,3}$/u.test(value)],
];

function digitsOf(value: string): number {
  return value.replace(/\D/g, '').length;
}

/** What a column of this name would hold; `whole` asks for the whole name, not for words inside it. */
export function markOfName(name: string, { whole }: { whole: boolean }): PersonMark | undefined {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const runs = whole
    ? [words.join('')]
    : words.flatMap((_, start) =>
        words.slice(start).map((_, length) => words.slice(start, start + length + 1).join('')),
      );
  const longestFirst = runs.sort((one, other) => other.length - one.length);
  return longestFirst.map((run) => MARK_OF_NAME.get(run)).find((mark) => mark !== undefined);
}

export function markOfValue(value: string): PersonMark | undefined {
  const text = value.trim();
  return SHAPES.find(([, fits]) => fits(text))?.[0];
}

/** What at least half of the values look like, empty ones left aside. */
export function markOfValues(values: readonly string[]): PersonMark | undefined {
  const marks = values.filter((value) => value.trim() !== '').map(markOfValue);
  return [...new Set(marks)].find(
    (mark) => mark !== undefined && 2 * marks.filter((other) => other === mark).length >= marks.length,
  );
}
