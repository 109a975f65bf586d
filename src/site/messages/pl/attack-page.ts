/** "Try to break it" in Polish. */
import type { attackPage as english } from '../en/attack-page.ts';

export const attackPage: typeof english = {
  name: 'Spróbuj to złamać',
  lead: [
    'Tutaj Państwa własne urządzenie próbuje ustalić to, co ukryto. Czyta to, co każdy może przeczytać, oblicza wszystko, co da się z tego udowodnić, i pokazuje przy każdej ukrytej liczbie, dokąd dochodzi.',
  ],
  heading: 'Atak',
  needsScript: [
    'Atak działa tutaj z JavaScriptem. Bez niego to samo zrobi polecenie poniżej na własnym komputerze.',
  ],
  reads: 'Co jest atakowane',
  release: (release) => ['Wydanie ', release, ': wszystkie jego komórki'],
  record: 'Liczby opublikowane przez innych',
  elsewhere: 'To samo na własnym komputerze',
  elsewhereText: [
    'Nic nie opuszcza Państwa urządzenia: pobiera ono opublikowane pliki i program obliczeniowy taki, jaki wydali jego autorzy. Polecenie poniżej przeprowadza ten sam atak z kopii tego repozytorium, także na wydania wycofane.',
  ],
  seeAlso: (method, audit) => [
    'Zasady są na stronie „',
    method,
    '”. Wynik dla każdej ukrytej liczby zawiera plik: ',
    audit,
    '.',
  ],
  words: {
    begin: 'Zaatakuj wszystko, co opublikowano',
    stop: 'Zatrzymaj',
    stopped: 'Atak zatrzymano przed końcem. To niczego nie dowodzi.',
    reading: 'Czytanie opublikowanych plików.',
    fetching: 'Pobieranie programu obliczeniowego.',
    joining: 'Łączenie wszystkiego, co opublikowano, w jeden układ sum.',
    attacking: 'Trwa atak: grupa {group} z {groups}.',
    failed:
      'Na tym urządzeniu się nie udało: nie dotarł plik albo przeglądarka jest za stara, by uruchomić WebAssembly obok strony. Polecenie poniżej robi to samo.',
    refused:
      "Nie udało się, i to nie z powodu tego urządzenia: serwer tej strony wysyła Content-Security-Policy, która zabrania WebAssembly. Kto prowadzi serwer, może na to pozwolić dla pliku ataku: script-src 'self' 'wasm-unsafe-eval'. Polecenie poniżej robi to samo.",
    kept: 'Atak zakończony. Ukryte liczby: {hidden}, grupy: {groups}. O żadnej nie można stwierdzić, że ktoś za nią stoi i że leży poniżej progu.',
    broken:
      'Atak się powiódł. Zdradzone liczby: {broken}, wszystkie ukryte: {hidden}. Prosimy powiadomić urząd.',
    cell: 'Ukryta liczba',
    between:
      'Na podstawie wszystkiego, co opublikowano, ta liczba wynosi co najmniej {least} i co najwyżej {most}.',
    unlimited:
      'Na podstawie wszystkiego, co opublikowano, ta liczba wynosi co najmniej {least}, a z góry nic jej nie ogranicza.',
    open: 'Może wynosić zero i może wynosić {many} lub więcej. Nikt nie może stwierdzić, jak jest.',
    large: 'Na pewno wynosi {many} lub więcej. To wolno wiedzieć: tak duża liczba na nikogo nie wskazuje.',
    told: 'Można o niej stwierdzić więcej, niż powinno się dać.',
    waysCaption: 'Sposoby wypełnienia tej liczby i tych, z którymi łączy ją opublikowana suma',
    ways: ['Jeden sposób', 'Drugi sposób'],
    agree:
      'Każdy sposób wypełnia wszystkie nieznane liczby grupy ({cells}), a jej sumy i ograniczenia ({sums}) zgadzają się dokładnie.',
    until: 'do: {period}',
  },
};
