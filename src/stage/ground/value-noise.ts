/** Soft noise for paper, fields and forest edges: the same everywhere and at each zoom, for its input is metres. */

const BYTES = shuffled();

/** Sum of octaves between 0 and 1; coordinates are counted in wavelengths of the coarsest octave. */
export function cloud(x: number, y: number, octaves: number): number {
  let sum = 0;
  let share = 0.5;
  for (let octave = 0; octave < octaves; octave++) {
    sum += share * single(x, y);
    x = x * 2.1 + 5;
    y = y * 2.1 + 3;
    share /= 2;
  }
  return sum / (1 - share * 2);
}

/** A number between 0 and 1 that belongs to a whole pair and a layer. */
export function chanceAt(col: number, row: number, layer: number): number {
  return byteAt(byteAt(byteAt(col + layer * 57) + row) + (col >> 8) * 31 + (row >> 8) * 17 + layer) / 255;
}

function single(x: number, y: number): number {
  const col = Math.floor(x);
  const row = Math.floor(y);
  const u = eased(x - col);
  const v = eased(y - row);
  const west = byteAt(col);
  const east = byteAt(col + 1);
  const top = byteAt(west + row) * (1 - u) + byteAt(east + row) * u;
  const bottom = byteAt(west + row + 1) * (1 - u) + byteAt(east + row + 1) * u;
  return (top * (1 - v) + bottom * v) / 255;
}

function eased(t: number): number {
  return t * t * (3 - 2 * t);
}

function byteAt(i: number): number {
  return BYTES[i & 255] ?? 0;
}

function shuffled(): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  let state = 7;
  for (let i = 255; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = (state >>> 8) % (i + 1);
    const kept = bytes[i] ?? 0;
    bytes[i] = bytes[other] ?? 0;
    bytes[other] = kept;
  }
  return bytes;
}
