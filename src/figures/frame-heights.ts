/** How tall a frame of a chart may be, in px: in steps, so that each is a constant that pages may print (literals.ts). */
const [LEAST_PX, STEP_PX, STEPS] = [300, 50, 45];

export const FRAME_HEIGHTS: readonly number[] = Array.from(
  { length: STEPS },
  (_, at) => LEAST_PX + at * STEP_PX,
);
