/** How long things take on the stage, milliseconds; every one can be skipped. */
export const TEMPO = {
  /** A pulse in which something was seen. */
  pulse: 520,
  /** A pulse in which aircraft crossed the valley. */
  flight: 1500,
  /** A pulse in which nothing was. */
  quietPulse: 90,
  glide: 450,
  arc: 360,
  burst: 180,
  flare: 3000,
  light: 900,
  move: 380,
  /** Everything, when motion is reduced. */
  fade: 90,
  /** After the last touch of wheel or hand, before the ink is drawn anew. */
  settle: 110,
} as const;

/** Starts slowly, ends slowly. */
export function cubicInOut(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2;
}

/** Starts fast, ends slowly. */
export function quadOut(t: number): number {
  return 1 - (1 - t) * (1 - t);
}

/** Half a wave, for what swings or fades both ways. */
export function sine(t: number): number {
  return (1 - Math.cos(Math.PI * t)) / 2;
}
