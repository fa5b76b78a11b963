/** The board on which sheets, pieces and names lie: Phaser's scene, and the pixels of the screen. */
import type { GameObjects, Scene } from 'phaser';

/** What layers need of the board. */
export interface Board {
  readonly scene: Scene;
  /** Device pixels a CSS pixel. */
  dpr: number;
}

/** Bottom to top. */
export const DEPTH = {
  day: 0,
  night: 1,
  lit: 2,
  veil: 3,
  works: 4,
  fire: 5,
  burst: 6,
  pieces: 7,
  light: 8,
  names: 9,
  orders: 10,
  weather: 11,
} as const;

let made = 0;

/** A key for a texture that no other has. */
export function freshKey(what: string): string {
  made += 1;
  return `${what}-${String(made)}`;
}

/** A canvas of the page with its pen. */
export function canvasOf(width: number, height: number): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('stage: this browser draws on no canvas');
  return { canvas, pen };
}

/** Gives a canvas to the graphics card under a new key; call the answer after every change of the canvas. */
export function textureOf(board: Board, key: string, canvas: HTMLCanvasElement): () => void {
  const texture = board.scene.textures.create(key, canvas, canvas.width, canvas.height);
  if (texture === null) throw new Error(`stage: texture ${key} exists`);
  texture.add('__BASE', 0, 0, 0, canvas.width, canvas.height);
  return () => texture.source[0]?.update();
}

/** Puts an image at CSS pixels. */
export function putAt(board: Board, image: GameObjects.Image, x: number, y: number): void {
  image.setPosition(x * board.dpr, y * board.dpr);
}
