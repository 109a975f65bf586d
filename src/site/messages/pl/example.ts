/** The invented table that explains hiding, in Polish. */
import type { example as english } from '../en/example.ts';

export const example: typeof english = {
  heading: 'Przykład do sprawdzenia ręcznie',
  lead: ['Miasto i liczby w tej tabeli są zmyślone. Każdy krok można sprawdzić z ołówkiem na papierze.'],
  area: 'Rejon',
  areas: ['Północ', 'Środek', 'Południe'],
  ages: ['Dzieci', 'Dorośli', 'Osoby starsze'],
  counted: 'Karty tak, jak policzył je urząd (liczby zmyślone)',
  below: (k, small) => [
    'Próg wynosi tutaj ',
    k,
    '. Jedna liczba leży poniżej: dzieci na północy, ',
    small,
    '. Nie wolno jej zdradzić.',
  ],
  subtracted: (total, adults, older, found) => [
    'Ukrycie tylko jej nic nie da. Kto od opublikowanej sumy odejmie opublikowane liczby obok, ten ją ma: ',
    total,
    ' minus ',
    adults,
    ' minus ',
    older,
    ' to ',
    found,
    '.',
  ],
  rectangle: (k) => [
    'Cztery liczby ukryte w prostokąt, dzieci i osoby starsze w dwóch rejonach, też nie wystarczą. Kto zna obietnicę, może rozumować dalej: ukryta liczba, za którą na pewno ktoś stoi, wynosi ',
    k,
    ' lub więcej. Prowadzone od liczby do liczby, nie zostawia to żadnej małej liczby, która mogłaby być powodem ukrycia czegokolwiek. Te cztery łamią więc obietnicę i Daylight ich nie wybiera.',
  ],
  hidden: 'Ta sama tabela tak, jak opublikowałby ją Daylight',
  withheld: (least, most) => [
    'Daylight ukrywa sześć. Wszystkie sumy zostają. O dzieciach na północy można udowodnić tylko tyle: jest ich co najmniej ',
    least,
    ' i co najwyżej ',
    most,
    '.',
  ],
  worlds: 'Dwa sposoby wypełnienia tego, co ukryte',
  worldColumns: [
    'Pierwszy sposób: dzieci',
    'Pierwszy sposób: osoby starsze',
    'Drugi sposób: dzieci',
    'Drugi sposób: osoby starsze',
    'Razem, w obu',
  ],
  told: (none, many) => [
    'W pierwszym sposobie dzieci na północy jest ',
    none,
    ', w drugim ',
    many,
    '. Oba zgadzają się z każdą opublikowaną liczbą i sumą. Nikt nie może więc stwierdzić, czy za ukrytą liczbą ktoś stoi ani czy leży ona poniżej progu. Taka para istnieje dla każdej ukrytej liczby, chyba że można udowodnić, że jest duża.',
  ],
  repeated: (fits, alike) => [
    'Kto wie, jak Daylight wybiera, może wypróbować wszystkie sposoby wypełnienia tego, co ukryte, i powtórzyć wybór. Liczba sposobów: ',
    fits,
    '. Liczba tych, w których wybór jest taki sam: ',
    alike,
    '. Czytelnik dowiaduje się więc, że chodzi o jeden z nich. Także w nich każda ukryta liczba może być zerem lub sięgać progu, chyba że można udowodnić, że jest duża.',
  ],
};
