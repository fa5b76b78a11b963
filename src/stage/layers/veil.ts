/** What one's side cannot see: a pale mist, thin where men look out, drawn small and laid large. */
import type { GameObjects } from 'phaser';
import type { MapFacts } from '../../engine/index.ts';
import { canvasOf, DEPTH, freshKey, putAt, textureOf, type Board } from '../board.ts';
import { onScreen, type Camera } from '../camera.ts';
import type { Marks, SightMark } from '../facts/marks.ts';
import { distance, type XY } from '../geometry/lines.ts';
import { scatterOf } from '../geometry/seeded.ts';

/** Metres a pixel, and beyond the field of play. */
const [PIXEL, MARGIN] = [110, 1500];
/** Over so many metres sight fades. */
const EDGE = 420;
/** Places lit by flares are seen this far, metres. */
const LIT = 650;
const STRENGTH = 0.5;

export class VeilLayer {
  private readonly board: Board;
  private image: GameObjects.Image | null = null;
  private upload: () => void = () => undefined;
  private pen: CanvasRenderingContext2D | null = null;
  private corner: XY = [0, 0];
  private size: readonly [number, number] = [1, 1];
  private noise: Float32Array = new Float32Array(0);
  private key = '';
  private isShown = true;
  private nightness = 0;

  constructor(board: Board) {
    this.board = board;
  }

  readMap({ grid }: MapFacts): void {
    this.corner = [grid.eastOfFirst - MARGIN, grid.northOfFirst + grid.rows * grid.rowMetres + MARGIN];
    this.size = [
      Math.ceil((grid.cols * grid.stepMetres + 2 * MARGIN) / PIXEL),
      Math.ceil((grid.rows * grid.rowMetres + 2 * MARGIN) / PIXEL),
    ];
    const { canvas, pen } = canvasOf(...this.size);
    this.pen = pen;
    this.noise = cloudy(...this.size);
    this.key = '';
    const key = freshKey('veil');
    this.upload = textureOf(this.board, key, canvas);
    this.image?.destroy();
    this.image = this.board.scene.add.image(0, 0, key).setOrigin(0, 0).setDepth(DEPTH.veil);
  }

  /** Draws the mist anew when sight has changed. */
  show({ sight }: Marks, lit: readonly XY[], isShown: boolean): void {
    this.isShown = isShown;
    this.setNightness(this.nightness);
    const key = JSON.stringify([sight, lit]);
    if (!isShown || key === this.key) return;
    this.key = key;
    this.draw([...sight, ...lit.map((place) => ({ place, reach: LIT }))]);
  }

  /** By day the whole valley lies open to both sides; what men do in it is another matter. */
  setNightness(share: number): void {
    this.nightness = share;
    this.image?.setVisible(this.isShown && share > 0.02).setAlpha(STRENGTH * share);
  }

  place(camera: Camera): void {
    if (this.image === null) return;
    const [x, y] = onScreen(camera, ...this.corner);
    putAt(this.board, this.image, x, y);
    this.image.setScale((PIXEL * camera.zoom * this.board.dpr) / 1000);
  }

  private draw(sight: readonly SightMark[]): void {
    const { pen } = this;
    if (pen === null) return;
    const [cols, rows] = this.size;
    const image = pen.createImageData(cols, rows);
    const dark = darkness(sight, this.corner, cols, rows);
    for (let cell = 0; cell < cols * rows; cell += 1) {
      const noise = this.noise[cell] ?? 0;
      const alpha = (dark[cell] ?? 0) * Math.min(0.8, 0.16 + noise * 0.78);
      image.data.set([118 + noise * 46, 134 + noise * 44, 150 + noise * 42, 255 * alpha], cell * 4);
    }
    pen.putImageData(image, 0, 0);
    this.upload();
  }
}

/** 0 where someone looks, 1 where nobody does, by cell. */
function darkness(sight: readonly SightMark[], corner: XY, cols: number, rows: number): Float32Array {
  const dark = new Float32Array(cols * rows).fill(1);
  for (const { place, reach } of sight) {
    const [col, row] = [(place[0] - corner[0]) / PIXEL, (corner[1] - place[1]) / PIXEL];
    const span = (reach + EDGE) / PIXEL;
    for (let y = Math.max(0, Math.floor(row - span)); y <= Math.min(rows - 1, row + span); y += 1) {
      for (let x = Math.max(0, Math.floor(col - span)); x <= Math.min(cols - 1, col + span); x += 1) {
        const beyond = (distance([x + 0.5, y + 0.5], [col, row]) * PIXEL - reach) / EDGE;
        const cell = y * cols + x;
        dark[cell] = Math.min(dark[cell] ?? 1, Math.max(0, beyond));
      }
    }
  }
  return dark;
}

/** Smooth even noise, 0-1, three octaves. */
function cloudy(cols: number, rows: number): Float32Array {
  const field = new Float32Array(cols * rows);
  for (const [octave, step] of [14, 6, 3].entries()) {
    const scatter = scatterOf(octave + 31);
    const across = Math.ceil(cols / step) + 2;
    const knots = Float32Array.from({ length: across * (Math.ceil(rows / step) + 2) }, () => scatter());
    for (let cell = 0; cell < cols * rows; cell += 1) {
      const [x, y] = [(cell % cols) / step, Math.floor(cell / cols) / step];
      field[cell] = (field[cell] ?? 0) + blended(knots, across, x, y) / (1.75 * 2 ** octave);
    }
  }
  return field;
}

function blended(knots: Float32Array, across: number, x: number, y: number): number {
  const [col, row] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [ease(x - col), ease(y - row)];
  const knot = (dx: number, dy: number): number => knots[(row + dy) * across + col + dx] ?? 0;
  return (knot(0, 0) * (1 - u) + knot(1, 0) * u) * (1 - v) + (knot(0, 1) * (1 - u) + knot(1, 1) * u) * v;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
