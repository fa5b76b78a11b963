/**
 * Reads the drawn relief of a map: gzipped, little-endian, tenths of a metre as differences from what the west, north
 * and north-west neighbours foretell. The layout is set down in full where such files are written, `src/scenario/relief-file.ts`.
 */
import type { HeightField } from './height-field.ts';

const HEAD = 20;

/** Unzips and unpacks a drawn relief. */
export async function readRelief(gzipped: ArrayBuffer): Promise<HeightField> {
  const stream = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  return unpackRelief(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Unpacks the bytes of a drawn relief. */
export function unpackRelief(bytes: Uint8Array): HeightField {
  const head = new DataView(bytes.buffer, bytes.byteOffset);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== 'VVR1') throw new Error(`drawn relief: expected VVR1, found ${magic}`);
  const cols = head.getUint16(4, true);
  const rows = head.getUint16(6, true);
  if (bytes.length !== HEAD + 2 * cols * rows) throw new Error(`drawn relief: ${bytes.length} bytes for ${cols} by ${rows} cells`);
  return {
    cols,
    rows,
    stepMetres: head.getUint16(8, true),
    east: head.getInt32(12, true),
    north: head.getInt32(16, true),
    metres: unfold(bytes.subarray(HEAD), cols, rows),
  };
}

function unfold(bytes: Uint8Array, cols: number, rows: number): Float32Array {
  const cells = cols * rows;
  const decimetres = new Int32Array(cells);
  const metres = new Float32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const folded = (bytes[cell] ?? 0) | ((bytes[cells + cell] ?? 0) << 8);
    const west = cell % cols === 0 ? 0 : (decimetres[cell - 1] ?? 0);
    const north = decimetres[cell - cols] ?? 0;
    const corner = cell % cols === 0 ? 0 : (decimetres[cell - cols - 1] ?? 0);
    const value = west + north - corner + (folded & 1 ? -(folded + 1) / 2 : folded / 2);
    decimetres[cell] = value;
    metres[cell] = value / 10;
  }
  return metres;
}
