import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPictureRelief, type PictureSource } from '../scenario/picture-relief.ts';
import { packRelief } from '../scenario/relief-file.ts';
import { buildCover, buildHeights, type ReliefSource } from '../scenario/relief.ts';

const LINE_WIDTH = 118;
/** An entry that holds only plain values, a hill say, keeps to one line up to this. */
const ENTRY_WIDTH = 260;

/** Works out heights and cover of a map file from its recipe and writes them back into it. */
export function writeRelief(mapPath: string): { hexes: number } {
  const map = JSON.parse(readFileSync(mapPath, 'utf8')) as ReliefSource;
  const heights = buildHeights(map);
  writeFileSync(mapPath, layOut({ ...map, heights, cover: buildCover(map) }, map.grid.cols));
  return { hexes: heights.length };
}

/** Builds the drawn relief of a map file (some ten seconds) and writes it, gzipped, to `picturePath`. */
export function writePictureRelief(mapPath: string, picturePath: string): { bytes: number; cells: number } {
  const relief = buildPictureRelief(JSON.parse(readFileSync(mapPath, 'utf8')) as PictureSource);
  const bytes = gzipSync(packRelief(relief), { level: 9 });
  mkdirSync(dirname(picturePath), { recursive: true });
  writeFileSync(picturePath, bytes);
  return { bytes: bytes.length, cells: relief.cols * relief.rows };
}

/** JSON that a person can read and a diff can follow: short things on one line, one line per row of hexes. */
function layOut(map: object, cols: number): string {
  return write(map, '', cols) + '\n';
}

function write(value: unknown, indent: string, cols: number): string {
  const short = JSON.stringify(value, null, 1).replace(/\n */g, ' ');
  const room = isFlat(value) ? ENTRY_WIDTH : LINE_WIDTH;
  if (typeof value !== 'object' || value === null || short.length + indent.length <= room) return short;
  const inner = indent + '  ';
  if (Array.isArray(value)) {
    const lines = value.every((item) => typeof item === 'number')
      ? rowsOf(value, cols)
      : value.map((item) => write(item, inner, cols));
    return `[\n${lines.map((line) => inner + line).join(',\n')}\n${indent}]`;
  }
  const lines = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, inner, cols)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const isPlain = (item: unknown): boolean => typeof item !== 'object' || item === null;
  if (!Array.isArray(value)) return Object.values(value).every(isPlain);
  return value.every((item) => Array.isArray(item) && item.every(isPlain));
}

function rowsOf(numbers: readonly number[], cols: number): string[] {
  const rows: string[] = [];
  for (let start = 0; start < numbers.length; start += cols) rows.push(numbers.slice(start, start + cols).join(', '));
  return rows;
}
