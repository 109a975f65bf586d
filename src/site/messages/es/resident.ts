/** What "Lo que la ciudad tiene sobre usted" says to residents. */
import type { resident as english } from '../en/resident.ts';

export const resident: typeof english = {
  handedOver: 'Lo que se entregó',
  handedOverLead: [
    'Esto es lo que se dijo y se hizo, en orden. Dos oficinas pueden decir dos cosas. Aquí están ambas.',
  ],
  left: (what, agency, day) => [what, '; entregado a: ', agency, '; a más tardar el ', day, '.'],
  smallRequests: [
    'Algunas solicitudes preguntan por pocas personas. Se cuentan, pero no se nombran aquí. Una lista señalaría a esas personas.',
  ],
  nothingKnown: ['No se ha publicado nada.'],
  ask: 'Cómo preguntar qué tienen sobre usted',
  askSteps: [
    [
      'Primero busque ayuda legal. Un abogado o una organización de ayuda legal gratuita puede decirle qué preguntar, y si conviene preguntar.',
    ],
    ['Puede preguntar en persona. No tiene que escribir nada para hacer una pregunta.'],
    [
      'Tenga cuidado con las cartas, los formularios y el correo electrónico. Una solicitud que usted escriba puede a su vez conservarse, con su nombre.',
    ],
    ['Nadie de este sitio le pedirá su nombre. Aquí no hay nada que llenar ni nada que enviar.'],
  ],
  contact: (who) => ['Responde por el programa: ', who, '.'],
  everyPage: (link) => ['¿Presentó una solicitud? Vea: ', link],
};
