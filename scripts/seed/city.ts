/** Who lives where in the invented city: a weight per area, and how it drifts from year to year. */

export interface Area {
  readonly code: string;
  /** Share of the cards, relative to other areas. */
  readonly weight: number;
  /** Growth of that share a year. */
  readonly drift: number;
  /** Children and older people, relative to the city as a whole. */
  readonly young: number;
  readonly old: number;
}

function area(code: string, weight: number, drift: number, young: number, old: number): Area {
  return { code, weight, drift, young, old };
}

export const AREAS: readonly Area[] = [
  area('ropewalk', 92, 0.02, 0.8, 0.9),
  area('customs-quay', 41, 0.05, 0.5, 0.7),
  area('chandlers-row', 64, 0.01, 0.9, 1.1),
  area('lantern-hill', 77, -0.01, 1, 1.2),
  area('north-mole', 35, 0.03, 0.7, 1),
  area('signal-point', 22, -0.02, 0.8, 1.4),
  area('gullwing', 58, 0.02, 1.1, 0.9),
  area('breakwater-flats', 83, 0.04, 1.3, 0.7),
  area('tanners-bend', 71, 0.01, 1.2, 0.8),
  area('millrace', 66, 0.02, 1.1, 0.9),
  area('weir-street', 49, -0.01, 1, 1),
  area('osier-green', 54, 0.03, 1.2, 0.9),
  area('brickfields', 96, 0.02, 1.3, 0.7),
  area('foundry-cross', 79, 0.03, 1.2, 0.8),
  area('signalmans-yard', 31, 0.01, 0.9, 0.9),
  area('coalstage', 45, 0.02, 1, 0.8),
  area('orchard-rise', 52, 0, 1, 1.3),
  area('larkspur', 38, -0.01, 0.9, 1.5),
  area('upper-common', 27, 0, 0.8, 1.6),
  area('chapel-down', 33, -0.02, 0.9, 1.5),
  area('saltpan', 29, 0.04, 1.1, 0.8),
  area('heron-marsh', 18, 0.03, 0.9, 1.1),
  area('eel-ferry', 14, 0.02, 0.8, 1.2),
  area('outer-sands', 9, 0, 0.6, 1.6),
];

/** The area's share among people of one age band, `years` after the first. */
export function areaWeight({ weight, drift, young, old }: Area, ageIndex: number, years: number): number {
  const lean = [young, 1, old][ageIndex] ?? 1;
  return weight * (1 + drift * years) * lean;
}
