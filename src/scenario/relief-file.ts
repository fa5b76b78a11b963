/**
 * How a drawn relief is laid down in bytes, before gzip (all numbers little-endian):
 *
 *   0  the letters VVR1            8  uint16 metres a step
 *   4  uint16 columns             12  int32 metres east of the first column
 *   6  uint16 rows                16  int32 metres north of the first row
 *
 * From byte 20: for each cell the difference, in tenths of a metre, from what its west, north and north-west
 * neighbours foretell (west + north - north-west), folded to whole numbers (0, -1, 1, -2 … become 0, 1, 2, 3 …); first all
 * low bytes, then all high bytes, which gzip shortens to almost nothing.
 */
import type { PictureRelief } from './picture-relief.ts';

const HEAD = 20;

/** Bytes of a drawn relief, ready for gzip. */
export function packRelief(relief: PictureRelief): Uint8Array {
  const cells = relief.cols * relief.rows;
  const bytes = new Uint8Array(HEAD + 2 * cells);
  const head = new DataView(bytes.buffer);
  bytes.set([...'VVR1'].map((letter) => letter.charCodeAt(0)));
  head.setUint16(4, relief.cols, true);
  head.setUint16(6, relief.rows, true);
  head.setUint16(8, relief.stepMetres, true);
  head.setInt32(12, relief.east, true);
  head.setInt32(16, relief.north, true);
  for (let cell = 0; cell < cells; cell++) {
    const off = (relief.decimetres[cell] ?? 0) - foretold(relief, cell);
    const folded = off < 0 ? -2 * off - 1 : 2 * off;
    bytes[HEAD + cell] = folded & 255;
    bytes[HEAD + cells + cell] = folded >> 8;
  }
  return bytes;
}

function foretold({ decimetres, cols }: PictureRelief, cell: number): number {
  const west = cell % cols === 0 ? null : (decimetres[cell - 1] ?? 0);
  const north = cell < cols ? null : (decimetres[cell - cols] ?? 0);
  if (west === null) return north ?? 0;
  if (north === null) return west;
  return west + north - (decimetres[cell - cols - 1] ?? 0);
}
