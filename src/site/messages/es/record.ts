/** What pages say in Spanish of what the city keeps, who asked for it, and of figures that others published. */
import type { Part, Sentence } from '../../sentence.ts';
import type { record as english } from '../en/record.ts';

const isDay = (part: Part): boolean => typeof part === 'string' && /^\d{1,2} de /.test(part);

/** A day has its article, a month or a year has none: `de mayo de 2018 al 30 de julio de 2018`. */
const fromTo = (from: Part, to: Part): Sentence => [
  isDay(from) ? 'del ' : 'de ',
  from,
  isDay(to) ? ' al ' : ' a ',
  to,
];

export const record: typeof english = {
  recordsLead: [
    'Lo que queda cuando alguien solicita la tarjeta depende de cómo la solicita. Esto es lo que se sabe de cada forma, y quién lo dice.',
  ],
  byChannel: 'Lo que deja cada forma de solicitar',
  leavesRecords: {
    no: 'No queda ningún expediente de la persona',
    yes: 'Queda un expediente de la persona',
    'not-on-the-record': 'No se ha publicado si queda algún expediente',
  },
  kept: 'Qué se conserva',
  until: 'Por cuánto tiempo',
  heldBy: 'En poder de',
  open: 'Abierto',
  openedClosed: (opened, closed) => (closed === undefined ? ['desde: ', opened] : fromTo(opened, closed)),
  accordingTo: (who) => ['Según: ', who],
  retention: 'Cuánto tiempo se conservan los expedientes',
  recordsHeld: 'Expedientes conservados',
  requestsLead: [
    'Cada solicitud conocida de los expedientes del programa, lo que se dijo sobre ella y su último estado conocido.',
  ],
  requests: 'Solicitudes conocidas',
  received: 'Recibida',
  requester: 'Quién la pidió',
  instrument: 'Instrumento',
  asksFor: 'Qué pide',
  addressedTo: 'Dirigida a',
  due: 'Plazo',
  outcome: 'Último estado conocido',
  peopleCovered: 'Personas sobre las que pregunta',
  statements: 'Lo que se dijo sobre ella, en orden',
  otherDepartment: 'Otro departamento, fuera de todo total',
  otherDepartmentLead: [
    'Esta solicitud se refiere a los archivos de otro departamento y no al programa de la tarjeta de identidad. Se muestra como contexto y no se cuenta en ninguna parte.',
  ],
  notOnTheRecord: 'no se ha publicado',
  instruments: {
    search_warrant: 'Orden de registro, firmada por un juez',
    court_order: 'Orden judicial, firmada por un juez',
    grand_jury_or_criminal_subpoena: 'Citación (subpoena) penal o de un gran jurado',
    civil_subpoena: 'Citación (subpoena) civil',
    administrative_subpoena: 'Citación (subpoena) administrativa, no firmada por un juez',
    civil_investigative_demand: 'Requerimiento civil de investigación',
    civil_immigration_warrant_or_detainer:
      'Orden civil de inmigración o de retención, no firmada por un juez',
    public_records_request: 'Solicitud de documentos públicos',
    emergency_request: 'Solicitud de emergencia',
    informal_request: 'Solicitud informal',
    preservation_request: 'Solicitud de conservación',
    oversight_or_audit: 'Supervisión o auditoría',
  },
  outcomes: {
    disclosed_in_full: 'Entregado en su totalidad',
    disclosed_in_part: 'Entregado en parte',
    no_records_held: 'No había expedientes',
    declined: 'Rechazada; todavía puede llegar a los tribunales',
    withdrawn_by_requester: 'Retirada por quien la presentó',
    set_aside_by_court: 'Anulada por un tribunal',
    not_valid_or_misdirected: 'No válida o mal dirigida',
    duplicate: 'Duplicado de otra solicitud',
    received_not_answered: 'Recibida, sin respuesta',
    awaiting_requester: 'En espera de quien la presentó',
    objection_pending: 'Objeción pendiente',
    in_court: 'En los tribunales',
    not_permitted_to_say: 'No se permite decirlo',
  },
  holders: { office: 'La oficina', vendor: 'Un proveedor externo' },
  applicationsLead: ['Cómo se solicitó la tarjeta y qué resultó.'],
  cardsLead: [
    'Tarjetas que emitió el programa. Una tarjeta no es una persona: una persona puede haber tenido varias.',
  ],
  areasLead: ['Tarjetas por zona de la ciudad, año por año, en el orden de los nombres de las zonas.'],
  onTheRecord: 'Cifras publicadas por otros',
  onTheRecordLead: [
    'Publicadas por otros y mostradas con su fuente; no forman parte de ninguna publicación de aquí ni se suman con ella.',
  ],
  figure: 'Cifra',
  value: 'Valor',
  unit: 'Unidad',
  when: 'Período',
  ourCalculation: 'cálculo propio',
  sourceLabel: 'Fuente',
  howReadLabel: 'Cómo se leyó',
  remark: 'Observación',
  asOf: (day) => ['estado: ', ...day],
  timeline: 'Cronología',
  sources: 'Fuentes',
  searchedUntil: (day) => ['Se buscaron fuentes públicas hasta el ', day, '.'],
  range: fromTo,
};
