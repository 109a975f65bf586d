/** In Spanish: what stands with every chart for those who take it elsewhere, and in the files that they take. */
import type { travel as english } from '../en/travel.ts';

export const travel: typeof english = {
  useFigure: 'Usar esta figura',
  csv: 'Cifras de este gráfico (CSV)',
  json: 'Cifras con fuente y notas (JSON)',
  svg: 'Imagen (SVG)',
  png: 'Imagen (PNG)',
  quote: 'Para reproducir',
  citation: 'Para citar',
  quoted: (title, city, program, release) => [
    ...title,
    ' (',
    city,
    ', ',
    program,
    ', publicación ',
    release,
    ')',
  ],
  cited: (citation, title, address) => [...citation, ' ', ...title, '. ', address],
  embedLatest: 'Incrustar; sigue la publicación más reciente',
  embedFrozen: (release) => `Incrustar; se queda en la publicación ${release}`,
  embedLead:
    'La figura incrustada no tiene scripts ni guarda cookies. Un marco la pide a este sitio, así que quien administra este sitio puede ver que se pidió.',
  figureOnPage: 'Esta figura en su página, con su tabla y sus archivos',
  ofRelease: (city, program, release) => [city, ', ', program, ', publicación ', release, '.'],
  hiddenNote:
    'Rayado: oculto para proteger a las personas. Puede ser cero o cualquier número; no es el valor más bajo.',
  inventedMark: 'Cifra inventada',
};
