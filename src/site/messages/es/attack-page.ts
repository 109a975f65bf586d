/** "Try to break it" in Spanish. */
import type { attackPage as english } from '../en/attack-page.ts';

export const attackPage: typeof english = {
  name: 'Intente romperlo',
  lead: [
    'Aquí su propio dispositivo intenta averiguar lo que se ocultó. Lee lo que cualquiera puede leer, calcula todo lo que se puede demostrar con ello y muestra, para cada cuenta oculta, hasta dónde llega.',
  ],
  heading: 'Ataque',
  needsScript: [
    'El ataque se ejecuta aquí con JavaScript. Sin él, la orden de más abajo hace lo mismo en una computadora propia.',
  ],
  reads: 'Lo que se ataca',
  release: (release) => ['Publicación ', release, ': todas sus celdas'],
  record: 'Cifras que publicaron otros',
  elsewhere: 'Lo mismo en una computadora propia',
  elsewhereText: [
    'Nada sale de su dispositivo: descarga los archivos publicados y un programa de cálculo tal como lo publicaron sus autores. La orden de más abajo ejecuta el mismo ataque desde una copia de este repositorio, también sobre publicaciones retiradas.',
  ],
  seeAlso: (method, audit) => ['Las reglas: ', method, '. El resultado de cada cuenta oculta: ', audit, '.'],
  words: {
    begin: 'Atacar todo lo publicado',
    stop: 'Detener',
    stopped: 'El ataque se detuvo antes del final. Eso no demuestra nada.',
    reading: 'Leyendo los archivos publicados.',
    fetching: 'Descargando el programa de cálculo.',
    joining: 'Uniendo todo lo publicado en un solo sistema de sumas.',
    attacking: 'Atacando el grupo {group} de {groups}.',
    failed:
      'No funcionó en este dispositivo: no llegó un archivo, o el navegador es demasiado antiguo para ejecutar WebAssembly junto a la página. La orden de más abajo hace lo mismo.',
    refused:
      "No funcionó, y no es por su dispositivo: el servidor de este sitio envía una Content-Security-Policy que prohíbe WebAssembly. Quien administra el servidor puede permitirlo para el archivo del ataque, con script-src 'self' 'wasm-unsafe-eval'. La orden de más abajo hace lo mismo.",
    kept: 'El ataque ha terminado. {hidden} cuentas ocultas en {groups} grupos: de ninguna se puede saber que corresponde a alguien y está por debajo del umbral.',
    broken: 'El ataque tuvo éxito con {broken} de {hidden} cuentas ocultas. Por favor, avise a la oficina.',
    cell: 'Cuenta oculta',
    between: 'Con todo lo publicado, esta cuenta es como mínimo {least} y como máximo {most}.',
    unlimited: 'Con todo lo publicado, esta cuenta es como mínimo {least}, y nada la limita por arriba.',
    open: 'Puede ser cero, y puede ser {many} o más. Nadie puede saber cuál de las dos cosas.',
    large: 'Es seguro que es {many} o más. Eso se puede saber: una cuenta tan grande no señala a nadie.',
    told: 'De ella se puede saber más de lo debido.',
    waysCaption: 'Maneras de rellenar esta cuenta y las que una suma publicada une con ella',
    ways: ['Una manera', 'Otra manera'],
    agree:
      'Cada manera rellena las {cells} cuentas desconocidas del grupo, y sus {sums} sumas y límites se cumplen exactamente.',
    until: 'hasta {period}',
  },
};
