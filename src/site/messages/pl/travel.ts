/** In Polish: what stands with every chart for those who take it elsewhere, and in the files that they take. */
import type { travel as english } from '../en/travel.ts';

export const travel: typeof english = {
  useFigure: 'Użyj tego wykresu',
  csv: 'Liczby z tego wykresu (CSV)',
  json: 'Liczby ze źródłem i uwagami (JSON)',
  svg: 'Obraz (SVG)',
  png: 'Obraz (PNG)',
  quote: 'Do przytoczenia',
  citation: 'Do cytowania',
  quoted: (title, city, program, release) => [
    ...title,
    ' (',
    city,
    ', ',
    program,
    ', wydanie ',
    release,
    ')',
  ],
  cited: (citation, title, address) => [...citation, ' ', ...title, '. ', address],
  embedLatest: 'Osadź; podąża za najnowszym wydaniem',
  embedFrozen: (release) => `Osadź; pozostaje przy wydaniu ${release}`,
  embedLead:
    'Osadzony wykres nie ma skryptu i nie zapisuje plików cookie. Ramka pobiera go z tego serwisu, więc ten, kto go prowadzi, może zobaczyć, że go pobrano.',
  figureOnPage: 'Ten wykres na swojej stronie, z tabelą i plikami',
  ofRelease: (city, program, release) => [city, ', ', program, ', wydanie ', release, '.'],
  hiddenNote:
    'Zakreskowane: ukryte dla ochrony osób. Może to być zero lub dowolna liczba; nie jest to najniższa wartość.',
  inventedMark: 'Zmyślona liczba',
};
