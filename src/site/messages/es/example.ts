/** The invented table that explains hiding, in Spanish. */
import type { example as english } from '../en/example.ts';

export const example: typeof english = {
  heading: 'Un ejemplo para seguir a mano',
  lead: [
    'La ciudad y las cuentas de esta tabla son inventadas. Cada paso se puede comprobar con lápiz y papel.',
  ],
  area: 'Zona',
  areas: ['Norte', 'Centro', 'Sur'],
  ages: ['Niños', 'Adultos', 'Personas mayores'],
  counted: 'Tarjetas según las contó la oficina (inventadas)',
  below: (k, small) => [
    'El umbral aquí es ',
    k,
    '. Una cuenta está por debajo: los niños del norte, ',
    small,
    '. No debe decirse.',
  ],
  subtracted: (total, adults, older, found) => [
    'Ocultarla sola no sirve de nada. Quien resta del total publicado las cuentas vecinas publicadas la tiene: ',
    total,
    ' menos ',
    adults,
    ' menos ',
    older,
    ' es ',
    found,
    '.',
  ],
  rectangle: (k) => [
    'Tampoco bastan cuatro cuentas ocultas en rectángulo, niños y personas mayores en dos zonas. Quien conoce la promesa puede seguir: una cuenta oculta detrás de la que seguro que hay alguien es de ',
    k,
    ' o más. Llevado de cuenta en cuenta, eso no deja ninguna cuenta pequeña que pueda ser la razón de ocultar algo. Así que esas cuatro rompen la promesa, y Daylight no las elige.',
  ],
  hidden: 'La misma tabla como la publicaría Daylight',
  withheld: (least, most) => [
    'Daylight oculta seis. Todos los totales se quedan. De los niños del norte solo se puede demostrar esto: son como mínimo ',
    least,
    ' y como máximo ',
    most,
    '.',
  ],
  worlds: 'Dos maneras de rellenar lo oculto',
  worldColumns: [
    'Primera manera: niños',
    'Primera manera: personas mayores',
    'Segunda manera: niños',
    'Segunda manera: personas mayores',
    'Juntos, de ambas maneras',
  ],
  told: (none, many) => [
    'De la primera manera hay ',
    none,
    ' niños en el norte; de la segunda, ',
    many,
    '. Las dos concuerdan con cada cuenta y cada total publicados. Así, nadie puede saber si hay alguien detrás de la cuenta oculta ni si está por debajo del umbral. Un par así existe para cada cuenta oculta, salvo que se pueda demostrar que es grande.',
  ],
  repeated: (fits, alike) => [
    'Quien sabe cómo elige Daylight puede probar todas las maneras de rellenar lo oculto y repetir la elección. Hay ',
    fits,
    ' maneras. En ',
    alike,
    ' de ellas la elección es la misma, así que esa persona aprende que es una de estas. También en estas cada cuenta oculta puede ser cero o alcanzar el umbral, salvo que se pueda demostrar que es grande.',
  ],
};
