/** What the page on method says in Spanish of what lies beyond the promise. */
import type { beyond as english } from '../en/beyond.ts';

export const beyond: typeof english = {
  insiders: 'Lo que podría saber alguien de dentro',
  insidersText: [
    [
      'Alguien puede conocer a una o dos de las personas que hay detrás de una cuenta oculta, o ser una de ellas. De esa cuenta sigue sin poder saber que está por debajo del umbral. Pero lo que sabe puede delatar otra cuenta oculta.',
    ],
    [
      'Por eso se mide, solo con los archivos publicados: se supone a alguien de dentro en una cuenta oculta tras otra, en todas o en una muestra sacada por sus nombres, y el ataque empieza de nuevo con lo que esa persona sabe.',
    ],
  ],
  insidersCaption: 'Desde cuántas cuentas ocultas de esta publicación podría alguien de dentro conocer otra',
  insidersColumns: [
    'Lo que sabe alguien de dentro',
    'Cuentas con alguien así',
    'Se sabe que otra está por debajo del umbral',
    'Se sabe otra con exactitud',
  ],
  insiderKnows: (people, alone) => {
    if (people === 1) return alone ? 'Una persona, y que no hay nadie más' : 'Una de las personas';
    return alone ? 'Dos personas, y que no hay nadie más' : 'Dos de las personas';
  },
};
