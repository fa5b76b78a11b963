/** The colours of the paper: height tint, relief shade, and the sheet under the moon. */

/** Red, green, blue, each 0-255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Metres above the floor and the paper's colour there; straight in between. */
const TINT_STOPS: readonly (readonly [metres: number, colour: Colour])[] = [
  [-14, [231, 228, 198]],
  [0, [235, 230, 200]],
  [8, [235, 224, 187]],
  [22, [230, 211, 164]],
  [45, [220, 195, 143]],
  [75, [205, 187, 136]],
  [130, [183, 183, 135]],
  [230, [162, 173, 130]],
  [360, [148, 162, 125]],
  [520, [142, 152, 123]],
  [760, [162, 159, 136]],
  [1000, [185, 180, 162]],
];

/** Colour of the paper at a height in metres above the floor. */
export function tint(metres: number): Colour {
  const above = TINT_STOPS.findIndex(([stop]) => metres < stop);
  if (above === 0) return TINT_STOPS[0]?.[1] ?? [0, 0, 0];
  const [low, from] = TINT_STOPS[above < 0 ? TINT_STOPS.length - 1 : above - 1] ?? [0, [0, 0, 0]];
  const [high, to] = TINT_STOPS[above] ?? [low + 1, from];
  return mix(from, to, (metres - low) / (high - low));
}

/** A colour part of the way from one to another. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share];
}

/** 0 below `from`, 1 above `to`, eased in between. */
export function smoothStep(from: number, to: number, value: number): number {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** A lamp over the map: where it stands and how much of the light it gives. */
interface Lamp {
  readonly east: number;
  readonly north: number;
  readonly up: number;
}

// Three lamps: one makes the relief, two keep the valleys behind it open.
const LAMPS = [lamp(315, 46, 0.62), lamp(250, 52, 0.2), lamp(20, 52, 0.18)] as const;
const [MAIN, SIDE, BACK] = LAMPS;
/** Light on level ground. */
const LEVEL = MAIN.up + SIDE.up + BACK.up;

function lamp(bearing: number, altitude: number, share: number): Lamp {
  const turn = (bearing * Math.PI) / 180;
  const lift = (altitude * Math.PI) / 180;
  return { east: Math.sin(turn) * Math.cos(lift) * share, north: Math.cos(turn) * Math.cos(lift) * share, up: Math.sin(lift) * share };
}

/** How much slopes are exaggerated at a height: low hills must read as well as high walls. */
export function exaggeration(metres: number): number {
  return metres < 95 ? 2.6 : 2.6 - 1.35 * smoothStep(95, 300, metres);
}

/** Light on a slope against light on level ground: 1 is level, below is shadow, above is lit. Slopes in metres of rise per metre. */
export function lightOn(slopeEast: number, slopeNorth: number, metres: number): number {
  const ve = exaggeration(metres);
  const east = -slopeEast * ve;
  const north = -slopeNorth * ve;
  const length = Math.sqrt(east * east + north * north + 1);
  const main = Math.max(0, east * MAIN.east + north * MAIN.north + MAIN.up);
  const side = Math.max(0, east * SIDE.east + north * SIDE.north + SIDE.up);
  const back = Math.max(0, east * BACK.east + north * BACK.north + BACK.up);
  return (main + side + back) / (length * LEVEL);
}

/** The dusk of the shadow and the glow of the light that shade mixes in. */
export const SHADOW: Colour = [70, 72, 84];
export const GLOW: Colour = [255, 248, 224];

/** Share of shadow (negative) or glow (positive) for a light from `lightOn`. */
export function shade(light: number): number {
  const s = Math.pow(Math.max(0.2, Math.min(1.32, light)), 1.12);
  return s < 1 ? -0.92 * (1 - s) : Math.min(0.75, 1.9 * (s - 1));
}

const NIGHT_LOW: Colour = [7, 13, 24];
const NIGHT_MIDDLE: Colour = [29, 47, 68];
const NIGHT_HIGH: Colour = [111, 139, 160];

/** What a luminance of the day sheet (0-1) becomes under the moon, before 6 % of the day's colour is added. */
export function moonlit(luminance: number): Colour {
  const t = Math.pow(Math.max(0, Math.min(1, (luminance - 0.22) / 0.76)), 1.75);
  const colour = t < 0.5 ? mix(NIGHT_LOW, NIGHT_MIDDLE, t * 2) : mix(NIGHT_MIDDLE, NIGHT_HIGH, t * 2 - 1);
  return [colour[0] * 0.86, colour[1] * 0.86, colour[2] * 0.86];
}

const MOONLIT = Float32Array.from({ length: 256 * 3 }, (_, i) => moonlit(Math.floor(i / 3) / 255)[i % 3] ?? 0);

/** Turns the pixels of a day sheet into the same sheet at night, in place. */
export function toNight(pixels: Uint8ClampedArray): void {
  for (let i = 0; i < pixels.length; i += 4) {
    const red = pixels[i] ?? 0;
    const green = pixels[i + 1] ?? 0;
    const blue = pixels[i + 2] ?? 0;
    const entry = Math.round(red * 0.3 + green * 0.55 + blue * 0.15) * 3;
    pixels[i] = (MOONLIT[entry] ?? 0) + red * 0.06;
    pixels[i + 1] = (MOONLIT[entry + 1] ?? 0) + green * 0.06;
    pixels[i + 2] = (MOONLIT[entry + 2] ?? 0) + blue * 0.06;
  }
}
